using ClientMgmt.Sandbox.DynamicRegistration;
using ClientMgmt.Sandbox.Http;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace ClientMgmt.Sandbox.State;

/// <summary>Keeps the file as the state is: after each request that changed something, before its answer goes out.</summary>
internal sealed class StateKeeper : IDisposable
{
    private readonly Lock _gate = new();
    private readonly StateFile _file;
    private readonly StateDocument _document;
    private readonly Action<string>? _failed;
    private byte[] _last;
    private bool _isClosed;

    /// <summary>Takes over what the file holds.</summary>
    /// <exception cref="ArgumentException">The file cannot be used.</exception>
    public StateKeeper(string path, StateDocument document, Action<string>? failed)
    {
        (_document, _failed, _file) = (document, failed, new StateFile(path));
        try
        {
            if (_file.Read() is { } content)
                Take(content);
            _last = document.Write();
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>The dialect with a file that follows it. An answer to what could not be kept is a 500.</summary>
    public Func<Incoming, Reply?> After(Func<Incoming, Reply?> dialect) => incoming =>
        MayChange(incoming) ? dialect(incoming)?.Then(Kept) : dialect(incoming);

    /// <summary>Writes the file, unless it is as it was written last.</summary>
    /// <exception cref="IOException">It cannot be written. The next call tries again.</exception>
    public void Save()
    {
        lock (_gate)
        {
            byte[] now = _document.Write();
            if (now.AsSpan().SequenceEqual(_last))
                return;
            try
            {
                // Whoever has the file now may not find it changed.
                if (_isClosed)
                    throw new IOException($"The state file '{_file.Path}' cannot be written: the sandbox has stopped.");
                _file.Write(now);
                _last = now;
            }
            catch (IOException exception)
            {
                _failed?.Invoke(exception.Message);
                throw;
            }
        }
    }

    /// <summary>Lets another sandbox have the file.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            _file.Dispose();
        }
    }

    // Only these reads change something: a token of the registration server or a secret of Authlete rotates.
    private static bool MayChange(Incoming incoming) =>
        incoming.Method is not ("GET" or "HEAD") || RegistrationDialect.Names(incoming) || incoming.Segments.Contains("refresh");

    private void Take(byte[] content)
    {
        try
        {
            _document.Read(content);
        }
        catch (ArgumentException exception)
        {
            throw _file.Refused(exception.Message, exception);
        }
    }

    private Reply Kept(Reply reply)
    {
        try
        {
            Save();
            return reply;
        }
        catch (IOException exception)
        {
            return new Reply(Status500InternalServerError, exception.Message, "text/plain; charset=utf-8");
        }
    }
}
