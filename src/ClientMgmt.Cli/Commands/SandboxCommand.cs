using System.CommandLine;
using System.Net.Sockets;
using System.Text;
using ClientMgmt.Cli.Configuration;
using ClientMgmt.Cli.Demo;
using ClientMgmt.Cli.Errors;
using ClientMgmt.Cli.Options;
using ClientMgmt.Cli.Output;
using ClientMgmt.Manifests;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt sandbox</c>: a local server to develop against without an account.</summary>
internal static class SandboxCommand
{
    public static Command Create(ToolEnvironment environment) => new ToolCommand("sandbox", "Runs a local server that speaks all dialects, until Ctrl-C.", command => Fill(command, environment))
    {
        Examples =
        [
            "clientmgmt sandbox --examples --config-out clientmgmt.json",
            "clientmgmt sandbox --state sandbox.json",
            "clientmgmt sandbox --server Keycloak --docspace-version 3.0",
            "clientmgmt sandbox --latency 200ms --fault \"POST /clients 503 x2\"",
        ],
    };

    private static void Fill(ToolCommand command, ToolEnvironment environment)
    {
        Option<string?> settings = new("--config-out")
        {
            Description = "Writes the configuration that reaches the sandbox to a file, - for standard output, and does not show it. Named clientmgmt.json, the tool finds it by itself.",
            HelpName = "FILE",
        };
        Option<bool> examples = new("--examples")
        {
            Description = "Puts two clients into each provider but that of dynamic registration, where only who registers a client can manage it. What --state has kept is not added to.",
            Arity = ArgumentArity.Zero,
        };
        Option<bool> quiet = new("--quiet", "-q") { Description = "Prints no line for each request.", Arity = ArgumentArity.Zero };
        var flags = new SandboxFlags();
        command.Notes = [("Use", "While it runs, give the other commands in another terminal, in the folder of the configuration file.")];
        command.Add(settings);
        command.Add(examples);
        command.Add(quiet);
        flags.AddTo(command);
        command.SetAction((parsed, token) => RunAsync(
            environment,
            parsed.InvocationConfiguration,
            flags.Options(parsed, environment),
            flags.Faults(parsed),
            parsed.GetValue(settings),
            parsed.GetValue(examples),
            parsed.GetValue(quiet),
            token));
    }

    private static async Task<int> RunAsync(
        ToolEnvironment environment,
        InvocationConfiguration streams,
        SandboxOptions options,
        IReadOnlyList<SandboxFault> faults,
        string? file,
        bool withExamples,
        bool isQuiet,
        CancellationToken cancellationToken)
    {
        if (file is not null && options.StateFile is { } state && environment.FullPath(file) == environment.FullPath(state))
        {
            await View.WriteErrorAsync(streams.Error, $"--state and --config-out name the same file, {file}: choose two.").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        options = options with { StateFileFailed = problem => streams.Error.WriteLine($"{Program.Name}: {PlainText.OneLine(problem)}") };
        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            await View.WriteErrorAsync(streams.Error, e.Message).ConfigureAwait(false);
            return ExitCode.Usage;
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await View.WriteErrorAsync(
                streams.Error, $"cannot listen on port {options.Port}: {Reason(e)}; choose another one with --port.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        int exitCode = ExitCode.Failed;
        bool isKept;
        try
        {
            if (withExamples && IsEmpty(sandbox))
            {
                await SandboxExamples.AddAsync(sandbox, cancellationToken).ConfigureAwait(false);
            }

            foreach (SandboxFault fault in faults)
            {
                sandbox.Faults.Add(fault);
            }

            exitCode = await ServeAsync(environment, streams, sandbox, options.StateFile, file, isQuiet, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            isKept = await TryStopAsync(sandbox).ConfigureAwait(false);
        }

        if (exitCode == ExitCode.Done)
        {
            await Told(streams, file).WriteLineAsync("The sandbox has stopped.").ConfigureAwait(false);
        }

        return isKept ? exitCode : ExitCode.Failed;
    }

    private static async Task<int> ServeAsync(
        ToolEnvironment environment,
        InvocationConfiguration streams,
        SandboxServer sandbox,
        string? state,
        string? file,
        bool isQuiet,
        CancellationToken cancellationToken)
    {
        TextWriter told = Told(streams, file);
        if (told == streams.Error)
        {
            await streams.Output.WriteLineAsync(SandboxSettings.ForTool(sandbox)).ConfigureAwait(false);
            await streams.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        else if (file is not null && TrySave(environment.FullPath(file), SandboxSettings.ForTool(sandbox)) is { } problem)
        {
            await View.WriteErrorAsync(streams.Error, $"--config-out: {file} {problem}").ConfigureAwait(false);
            return ExitCode.Usage;
        }

        // From before the address is known on, so that no request is missed.
        Task lines = isQuiet ? Task.CompletedTask : TellAsync(sandbox, told, cancellationToken);
        await told.WriteLineAsync($"""
            The sandbox listens on {sandbox.BaseAddress}. Ctrl-C stops it; {(state is null ? "what it holds is lost then" : $"what it holds is kept in {state}")}. A browser shows there what happens.
            {(file is null ? Shown(SandboxSettings.ToJson(sandbox)) : $"The configuration for it is in {OutputFile.Name(file)}.")}
            """).ConfigureAwait(false);
        await told.FlushAsync(cancellationToken).ConfigureAwait(false);
        await WaitAsync(cancellationToken).ConfigureAwait(false);
        await lines.ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static async Task TellAsync(SandboxServer sandbox, TextWriter told, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (SandboxRequest request in sandbox.FollowRequestsAsync(cancellationToken).ConfigureAwait(false))
            {
                await told.WriteLineAsync(RequestLine.Of(request)).ConfigureAwait(false);
                await told.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (IOException)
        {
            // Nobody reads the lines any more. Programs that use the sandbox are served all the same.
        }
    }

    private static TextWriter Told(InvocationConfiguration streams, string? file) =>
        file is not null && OutputFile.IsStandardOutput(file) ? streams.Error : streams.Output;

    private static bool IsEmpty(SandboxServer sandbox) => sandbox.DynamicRegistration.Count + sandbox.DocSpace.Count(SandboxDefaults.Portal)
        + sandbox.Authlete.Count(SandboxDefaults.ServiceApiKey) + sandbox.Authlete.Count(SandboxDefaults.ServiceId) == 0;

    private static async Task<bool> TryStopAsync(SandboxServer sandbox)
    {
        try
        {
            await sandbox.DisposeAsync().ConfigureAwait(false);
            return true;
        }
        catch (IOException)
        {
            // The state file, of which standard error tells already.
            return false;
        }
    }

    private static string Shown(string settings) => $"""

        Put this into appsettings.json of a program; --config-out FILE writes it for the tool. Provider chooses among the four. memory as a
        RegistrationStore forgets the keys to clients with the program; the path of a folder keeps them:

        {settings}
        """;

    // A file of another run may be there, but nothing else is replaced.
    private static string? TrySave(string path, string settings)
    {
        try
        {
            if (FileTarget.IsKept(path) && File.ReadAllText(path).TrimEnd() != settings)
            {
                return "is there already and says something else; choose another file, or remove it.";
            }

            using WholeFile target = WholeFile.Open(path, isPrivate: true);
            target.Content.Write(Encoding.UTF8.GetBytes(settings + "\n"));
            target.Put();
            return null;
        }
        catch (Exception e) when (FileErrors.IsOne(e))
        {
            return $"cannot be written: {FileErrors.Reason(e)}";
        }
    }

    private static async Task WaitAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CancellationTokenRegistration registration = cancellationToken.Register(stopped.SetResult);
        await using (registration.ConfigureAwait(false))
        {
            await stopped.Task.ConfigureAwait(false);
        }
    }

    private static string Reason(Exception exception)
    {
        var socket = exception as SocketException ?? exception.GetBaseException() as SocketException;
        return socket?.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => "it is in use",
            SocketError.AccessDenied => "the system does not allow it",
            _ => exception.GetBaseException().Message.TrimEnd('.'),
        };
    }
}
