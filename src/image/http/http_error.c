/* Error numbers for what can go wrong with a transfer.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stddef.h>

#include "array_len.h"
#include "image/http/http_error.h"

int
http_error_of_status(long status)
{
    switch (status) {
    case 404:
    case 410:
        return ENOENT;
    case 401:
    case 403:
        return EACCES;
    case 507:
        return ENOSPC;
    default:
        return EPROTO;
    }
}

int
http_error_of_curl(CURLcode code)
{
    static const struct {
        CURLcode code;
        int error;
    } errors[] = {
        {CURLE_OPERATION_TIMEDOUT, ETIMEDOUT},
        {CURLE_COULDNT_CONNECT, ECONNREFUSED},
        {CURLE_COULDNT_RESOLVE_HOST, EHOSTUNREACH},
        {CURLE_COULDNT_RESOLVE_PROXY, EHOSTUNREACH},
        {CURLE_TOO_MANY_REDIRECTS, ELOOP},
        {CURLE_UNSUPPORTED_PROTOCOL, EPROTONOSUPPORT},
        {CURLE_URL_MALFORMAT, EINVAL},
        {CURLE_FILESIZE_EXCEEDED, EFBIG},
        {CURLE_OUT_OF_MEMORY, ENOMEM},
    };

    for (size_t i = 0; i < ARRAY_LEN(errors); i++)
        if (errors[i].code == code)
            return errors[i].error;
    return EPROTO;
}
