using System.Collections.Frozen;
using System.Net.Http.Headers;
using System.Text;

namespace ClientMgmt.Http;

/// <summary>
/// Reads the whole answer, within a bound, before the generated code sees it. That code reads the body synchronously,
/// so without this neither the timeout nor the token would end a body that stalls.
/// </summary>
internal static class ResponseBuffer
{
    private static readonly FrozenSet<string> s_encodings =
        Encoding.GetEncodings().Select(e => e.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static async ValueTask LoadAsync(HttpCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        long bound = call.Setup.Options.MaxResponseBytes;
        try
        {
            if (response.IsSuccessStatusCode)
            {
                call.Body = await AnswerBody.ReadAsync(response.Content, bound, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await response.Content.LoadIntoBufferAsync(bound, cancellationToken).ConfigureAwait(false);
                RemoveUnknownCharSet(response.Content.Headers.ContentType);
            }
        }
        catch (Exception e)
        {
            response.Dispose();
            call.Interrupted = response;
            if (e is InvalidDataException or InvalidOperationException)
            {
                throw new IOException("The answer could not be decompressed.");
            }

            throw;
        }
    }

    // "charset=utf8" (for utf-8) is common and makes reading the body as text throw, which happens with errors alone.
    private static void RemoveUnknownCharSet(MediaTypeHeaderValue? type)
    {
        if (type?.CharSet is { } charset && !s_encodings.Contains(charset.Trim('"')))
        {
            type.CharSet = null;
        }
    }
}
