using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt sandbox</c>: a local server to develop against without an account.</summary>
internal static class SandboxCommand
{
    private const int DefaultPort = 8092;
    private const int LargestPort = 65535;

    public static Command Create()
    {
        Option<int> port = new("--port", "-p")
        {
            Description = "The loopback port to listen on; 0 takes any free one.",
            HelpName = "number",
            DefaultValueFactory = _ => DefaultPort,
            CustomParser = ParsePort,
        };
        var command = new Command("sandbox", "Runs a local server that speaks all three dialects, until Ctrl-C.") { port };
        command.SetAction((parsed, token) => RunAsync(
            parsed.GetValue(port), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, token));
        return command;
    }

    private static async Task<int> RunAsync(int port, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        SandboxServer sandbox;
        try
        {
            sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = port }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            await Program.WriteErrorAsync(
                error, $"cannot listen on port {port}: {Reason(e)}; choose another one with --port.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        await using (sandbox.ConfigureAwait(false))
        {
            await output.WriteLineAsync($"""
                The sandbox listens on {sandbox.BaseAddress}. Ctrl-C stops it; what it holds is lost then.

                Put this into appsettings.json; Provider chooses among the three:

                {SandboxSettings.ToJson(sandbox.BaseAddress)}
                """).ConfigureAwait(false);
            await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        await output.WriteLineAsync("The sandbox has stopped.").ConfigureAwait(false);
        return ExitCode.Done;
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
