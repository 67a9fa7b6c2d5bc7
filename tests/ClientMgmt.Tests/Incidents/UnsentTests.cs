using System.Net.Sockets;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>A change for which no connection came about was certainly not sent; one that went out may have been made.</summary>
public sealed class UnsentTests
{
    private static readonly TimeSpan s_short = TimeSpan.FromMilliseconds(40);

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_creation_that_no_connection_comes_about_for_is_repeated_and_not_made(bool connectTimeout)
    {
        await using var application = new Application(builder => builder
            .AddProvider("main", p =>
            {
                Application.Fill(p, Backend.AuthleteV3);
                p.Resilience.MaxRetryAttempts = 2;
                p.Resilience.AttemptTimeout = connectTimeout ? Timeout.InfiniteTimeSpan : s_short;
            })
            .ConfigureHttpClient("main", http => http.UseSocketsHttpHandler((handler, _) =>
            {
                handler.ConnectTimeout = connectTimeout ? s_short : Timeout.InfiniteTimeSpan;
                handler.ConnectCallback = async (_, token) =>
                {
                    await Task.Delay(Timeout.Infinite, token);
                    return Stream.Null;
                };
            })));

        var error = await CatchAsync(application);

        Assert.That((error?.GetType(), error?.Error.Attempts), Is.EqualTo((typeof(BackendUnavailableException), 3)));
    }

    [Test]
    public async Task A_creation_that_went_out_and_is_not_answered_in_time_may_have_been_made()
    {
        var time = new ManualTime();
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new SocketServer(async (socket, token) =>
        {
            await SocketServer.ReadHeadAsync(socket, token);
            await socket.ReceiveAsync(new byte[1], SocketFlags.None, token);
            sent.TrySetResult();
            await Task.Delay(Timeout.Infinite, token);
        });
        await using var application = new Application(
            builder => builder.AddProvider("main", p =>
            {
                Application.Fill(p, Backend.AuthleteV3, server.Address);
                p.Resilience.AttemptTimeout = TimeSpan.FromSeconds(10);
            }),
            time);
        Task<ClientManagementException?> call = CatchAsync(application);
        await sent.Task.InTimeAsync();

        time.Advance(TimeSpan.FromSeconds(10));

        ClientManagementException? error = await call;
        Assert.That((error?.GetType(), error?.Error.Attempts), Is.EqualTo((typeof(OutcomeUnknownException), 1)));
    }

    private static async Task<ClientManagementException?> CatchAsync(Application application) => (ClientManagementException?)
        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create).CatchAsync(application.Clients).InTimeAsync();
}
