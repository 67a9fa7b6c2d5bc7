using System.Diagnostics;
using System.IO.Pipes;

namespace Mutations.Running;

/// <summary>A process that runs tests.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan s_toLoad = TimeSpan.FromMinutes(2);

    private const int MostLines = 20;

    private readonly NamedPipeServerStream _pipe;
    private readonly Process _process;
    private readonly StreamReader _input;
    private readonly StreamWriter _output;
    private volatile string[] _said = [];

    /// <param name="program">The copy of the tests.</param>
    /// <param name="file">What it reads or writes.</param>
    /// <param name="first">The first line that it is told.</param>
    /// <param name="mutant">The mutant that is on from the beginning; 0 for none.</param>
    public WorkerProcess(string program, string file, string first, int mutant = 0)
    {
        string name = $"mutations-{Guid.NewGuid():N}";
        _pipe = new NamedPipeServerStream(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        var start = new ProcessStartInfo("dotnet", [program, name, file])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetDirectoryName(program),
        };
        if (mutant != 0)
        {
            start.Environment["MUTANT"] = $"{mutant}";
        }

        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        _process.ErrorDataReceived += (_, line) => _said = line.Data is { Length: > 0 } said ? _said.Append(said).TakeLast(MostLines).ToArray() : _said;
        _process.BeginErrorReadLine();
        Task connected = _pipe.WaitForConnectionAsync();
        if (Task.WaitAny([connected, _process.WaitForExitAsync()], s_toLoad) != 0)
        {
            throw new InvalidOperationException($"The tests did not start: {Said}");
        }

        _input = new StreamReader(_pipe);
        _output = new StreamWriter(_pipe) { AutoFlush = true };
        _output.WriteLine(first);
    }

    /// <summary>The last lines of its standard error.</summary>
    public string Said => string.Join('\n', _said);

    /// <summary>Whether it is ready to run tests.</summary>
    public bool IsReady() => Read(s_toLoad) == "ready";

    /// <summary>The answer to a line; null if there is none in time.</summary>
    public string? Ask(string line, TimeSpan limit)
    {
        try
        {
            _output.WriteLine(line);
        }
        catch (IOException)
        {
            return null;
        }

        return Read(limit);
    }

    public string? Read(TimeSpan limit)
    {
        try
        {
            Task<string?> line = _input.ReadLineAsync();
            return line.Wait(limit) ? line.Result : null;
        }
        catch (AggregateException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _pipe.Dispose();
    }
}
