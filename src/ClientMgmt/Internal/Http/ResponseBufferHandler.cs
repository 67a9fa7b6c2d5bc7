using System.Collections.Frozen;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Http;

/// <summary>
/// Reads the whole answer, within a bound, before the generated code sees it. That code reads the body synchronously,
/// so without this neither the timeout nor the token would end a body that stalls.
/// </summary>
internal sealed class ResponseBufferHandler(IOptionsMonitor<ClientManagementOptions> options) : DelegatingHandler
{
    private static readonly FrozenSet<string> s_encodings =
        Encoding.GetEncodings().Select(e => e.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // Read first: a mistake in options that were changed meanwhile must not hide what the server has done.
        long bound = options.CurrentValue.MaxResponseBytes;
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            await response.Content.LoadIntoBufferAsync(bound, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                RemoveUnknownCharSet(response.Content.Headers.ContentType);
            }

            return response;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException)
        {
            Discard(request, response);
            throw new IOException("The answer could not be decompressed.");
        }
        catch
        {
            Discard(request, response);
            throw;
        }
    }

    private static void Discard(HttpRequestMessage request, HttpResponseMessage response)
    {
        response.Dispose();
        if (request.Options.TryGetValue(HttpCall.RequestKey, out HttpCall? call))
        {
            call.Interrupted = response;
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
