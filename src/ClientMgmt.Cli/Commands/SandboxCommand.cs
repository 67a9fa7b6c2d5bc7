using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
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
    private const int DefaultPort = 8092;
    private const int LargestPort = 65535;

    public static Command Create(ToolEnvironment environment)
    {
        Option<int> port = new("--port", "-p")
        {
            Description = "The loopback port to listen on; 0 takes any free one.",
            HelpName = "NUMBER",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = ParsePort,
        };
        Option<string?> settings = new("--config-out")
        {
            Description = "Writes the configuration that reaches the sandbox to a file, - for standard output, and does not show it. Named clientmgmt.json, the tool finds it by itself.",
            HelpName = "FILE",
        };
        Option<bool> examples = new("--examples")
        {
            Description = "Puts two clients into each provider but that of dynamic registration, where only who registers a client can manage it.",
            Arity = ArgumentArity.Zero,
        };
        Option<string> server = new("--server")
        {
            Description = "The server of dynamic client registration that it answers as: " + string.Join(", ", DynamicRegistrationPresets.Names) + ".",
            HelpName = "NAME",
            DefaultValueFactory = _ => DynamicRegistrationPresets.Generic,
        };
        server.AcceptOnlyFromAmong([.. DynamicRegistrationPresets.Names]);
        var command = new ToolCommand("sandbox", "Runs a local server that speaks all dialects, until Ctrl-C.")
        {
            Notes = [("Use", "While it runs, give the other commands in another terminal, in the folder of the configuration file.")],
            Examples = ["clientmgmt sandbox --examples --config-out clientmgmt.json", "clientmgmt sandbox --port 0", "clientmgmt sandbox --server Keycloak"],
        };
        command.Add(port);
        command.Add(settings);
        command.Add(examples);
        command.Add(server);
        command.SetAction((parsed, token) => RunAsync(
            environment,
            parsed.InvocationConfiguration,
            new SandboxOptions
            {
                Port = parsed.GetValue(port),
                DynamicRegistration = new() { Behavior = DynamicRegistrationPresets.Get(parsed.GetRequiredValue(server)) },
            },
            parsed.GetValue(settings),
            parsed.GetValue(examples),
            token));
        return command;
    }

    private static async Task<int> RunAsync(
        ToolEnvironment environment,
        InvocationConfiguration streams,
        SandboxOptions options,
        string? file,
        bool withExamples,
        CancellationToken cancellationToken)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await View.WriteErrorAsync(
                streams.Error, $"cannot listen on port {options.Port}: {Reason(e)}; choose another one with --port.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        await using (sandbox.ConfigureAwait(false))
        {
            if (withExamples)
            {
                await SandboxExamples.AddAsync(sandbox, cancellationToken).ConfigureAwait(false);
            }

            TextWriter told = file is not null && OutputFile.IsStandardOutput(file) ? streams.Error : streams.Output;
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

            await told.WriteLineAsync($"""
                The sandbox listens on {sandbox.BaseAddress}. Ctrl-C stops it; what it holds is lost then.
                {(file is null ? Shown(SandboxSettings.ToJson(sandbox)) : $"The configuration for it is in {OutputFile.Name(file)}.")}
                """).ConfigureAwait(false);
            await told.FlushAsync(cancellationToken).ConfigureAwait(false);
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await (file is not null && OutputFile.IsStandardOutput(file) ? streams.Error : streams.Output).WriteLineAsync("The sandbox has stopped.").ConfigureAwait(false);
        return ExitCode.Done;
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

    private static int ParsePort(ArgumentResult result)
    {
        if (result.Tokens is [{ Value: string text }]
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= LargestPort)
        {
            return port;
        }

        result.AddError($"--port must be a number from 0 to {LargestPort}.");
        return 0;
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
