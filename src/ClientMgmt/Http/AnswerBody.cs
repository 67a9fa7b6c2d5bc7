using System.Buffers;

namespace ClientMgmt.Http;

/// <summary>The body of an answer, in memory that is lent and wiped.</summary>
internal sealed class AnswerBody : IDisposable
{
    private const int UsualLength = 16 * 1024;

    // An announcement alone takes no more memory than this.
    private const int LongestAnnounced = 1024 * 1024;

    private byte[] _buffer;
    private int _length;

    // One byte more than announced, so that the read that finds the end needs no larger buffer.
    private AnswerBody(long? announced) =>
        _buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(announced ?? UsualLength, LongestAnnounced) + 1);

    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads a body to its end.</summary>
    /// <exception cref="HttpRequestException">It is too large, or it breaks off.</exception>
    public static async Task<AnswerBody> ReadAsync(HttpContent content, long bound, CancellationToken cancellationToken)
    {
        bound = Math.Min(bound, Array.MaxLength - 1);
        long? announced = content.Headers.ContentLength;
        ThrowIfTooLarge(announced ?? 0, bound);
        var body = new AnswerBody(announced);
        try
        {
            Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            while (await stream.ReadAsync(body.Free(), cancellationToken).ConfigureAwait(false) is > 0 and int read)
            {
                body._length += read;
                ThrowIfTooLarge(body._length, bound);
            }

            return body;
        }
        catch (Exception e)
        {
            // What fails may have written more than it counted.
            body._length = body._buffer.Length;
            body.Dispose();
            if (e is IOException)
            {
                // As HttpContent does it where it reads by itself.
                throw new HttpRequestException((e as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown, null, e);
            }

            if (e is InvalidDataException or InvalidOperationException)
            {
                throw new IOException("The answer could not be decompressed.");
            }

            throw;
        }
    }

    /// <summary>Gives the memory back, wiped: it holds secrets.</summary>
    public void Dispose()
    {
        _buffer.AsSpan(0, _length).Clear();
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    private static void ThrowIfTooLarge(long length, long bound)
    {
        if (length > bound)
        {
            throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded);
        }
    }

    private Memory<byte> Free()
    {
        if (_length == _buffer.Length)
        {
            byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(_length * 2L, Array.MaxLength));
            _buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }
}
