using System.Text.Json.Nodes;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ClientMgmt.Tests.Readme;

/// <summary>The examples of the sandbox's README, as they stand there.</summary>
public sealed class SandboxExamples
{
    [Test]
    public async Task The_example_of_a_state_runs()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        string service = SandboxDefaults.ServiceId, portal = SandboxDefaults.Portal, user = SandboxDefaults.DocSpaceAdminId;

        Uri address = sandbox.BaseAddress;                                  // http://127.0.0.1:{port}/
        IReadOnlyDictionary<string, string?> settings = sandbox.Settings;   // leads ClientMgmt to all four dialects

        long id = sandbox.Authlete.Seed(service, 12)[0];                    // twelve clients, returns their ids
        JsonObject? stored = sandbox.Authlete.FindClient(service, id);      // exactly as stored
        sandbox.Authlete.PutClient(service, id, new JsonObject { ["clientName"] = null, ["new"] = 1 });   // plants anything
        sandbox.Authlete.AddGrant(service, id, "subject", "openid", "profile");

        string key = sandbox.DocSpace.Seed(portal, user, 12)[0];
        JsonObject? plain = sandbox.DocSpace.FindClient(portal, key);       // with the secret in plain text
        sandbox.DocSpace.AddConsent(portal, user, key, "files:read");
        string signature = sandbox.DocSpace.IssueSignature(portal, user);   // a valid x-signature
        sandbox.DocSpace.InvalidateSignatures(portal);

        Uri issuer = sandbox.DynamicRegistration.Issuer;                    // http://127.0.0.1:{port}/as
        string registered = sandbox.DynamicRegistration.Seed(3)[0];
        string? token = sandbox.DynamicRegistration.FindToken(registered);  // the current registration access token
        string once = sandbox.DynamicRegistration.IssueInitialAccessToken();
        sandbox.DynamicRegistration.SetEnabled(registered, false);

        IReadOnlyList<SandboxRequest> requests = sandbox.Requests;          // with time, answer, and why one failed
        sandbox.Reset();                                                    // forgets everything but its options

        Assert.That(
            (address.IsLoopback, settings.Count > 0, stored is not null, plain is not null, signature.Length > 0, requests.Count),
            Is.EqualTo((true, true, true, true, true, 0)));
        Assert.That((issuer.AbsolutePath, token is not null, once.Length > 0), Is.EqualTo(("/as", true, true)));
    }

    [Test]
    public async Task The_example_of_following_requests_runs()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();
        using var ended = new CancellationTokenSource();
        Task followed = FollowAsync(sandbox, ended.Token);
        await ended.CancelAsync();
        Assert.That(() => followed, Throws.InstanceOf<OperationCanceledException>());
    }

    private static async Task FollowAsync(SandboxServer sandbox, CancellationToken cancellationToken)
    {
        // As they come, until the token is cancelled.
        await foreach (SandboxRequest request in sandbox.FollowRequestsAsync(cancellationToken))
            Console.WriteLine($"{request.Method} {request.Target} {request.Status} {request.Failure}");
    }

    [Test]
    public async Task The_example_of_one_clock_runs()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using SandboxServer sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock });
        var services = new ServiceCollection();
        services.AddClientManagement(sandbox);
        await using ServiceProvider provider = services.BuildServiceProvider();
        var docSpace = provider.GetRequiredKeyedService<IClientManagement>("DocSpace");

        await docSpace.ListAsync().CountAsync();
        clock.Advance(TimeSpan.FromMinutes(10));   // the signature has run out: the library knows it, and the server would refuse it
        await docSpace.ListAsync().CountAsync();

        Assert.That(sandbox.Requests.Select(r => r.Status), Is.EqualTo(new[] { 200, 200, 200, 200 }));
    }

    [Test]
    public async Task The_example_of_options_runs()
    {
        TimeProvider clock = TimeProvider.System;
        DocSpaceUser[] users = [];

        var options = new SandboxOptions
        {
            Port = 8092,
            TimeProvider = clock,
            AuthleteServices =
            [
                new() { Version = AuthleteVersion.V2, ServiceId = "1001", ApiSecret = "secret", Behavior = new() { UnknownClientStatus = 400 } },
                new() { Version = AuthleteVersion.V3, ServiceId = "1002", AccessTokens = ["token"], Behavior = new() { CreateStatus = 200 } },
            ],
            DocSpacePortals =
            [
                new() { Name = "old", TenantId = 1, Generation = DocSpaceGeneration.Version31, Limits = DocSpaceLimits.None },
                new() { Name = "hosted", TenantId = 2, Users = users, Storage = DocSpaceStorage.Saas },
            ],
        };

        // Another test may have the port.
        await using SandboxServer sandbox = await SandboxServer.StartAsync(options with { Port = 0 });
        Assert.That(sandbox.DocSpace.Count("hosted"), Is.Zero);
    }

    [Test]
    public async Task The_example_of_a_registration_server_runs()
    {
        var options = new SandboxOptions
        {
            DynamicRegistration = new()
            {
                Behavior = DynamicRegistrationPresets.Get(DynamicRegistrationPresets.Keycloak) with { InitialAccess = RegistrationAccess.Once },
            },
        };

        await using SandboxServer sandbox = await SandboxServer.StartAsync(options);
        Assert.That(sandbox.DynamicRegistration.Behavior.InitialAccess, Is.EqualTo(RegistrationAccess.Once));
    }

    [Test]
    public async Task The_example_of_switches_runs()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();

        // In the middle of a test: tokens rotate, and who reads a client that is gone gets a 404.
        sandbox.DynamicRegistration.Behavior = sandbox.DynamicRegistration.Behavior with { RotatesOn = RegistrationOperations.Update };
        sandbox.DynamicRegistration.Behavior = sandbox.DynamicRegistration.Behavior
            .Refusing(RegistrationMistake.GoneClient, new RegistrationRefusal(404, "invalid_client"));

        Assert.That(sandbox.DynamicRegistration.Behavior.Refusals, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_example_of_faults_runs()
    {
        await using SandboxServer sandbox = await SandboxServer.StartAsync();

        // The next creation on DocSpace is stored, and its answer gets lost.
        sandbox.Faults.Add(new SandboxFault
        {
            Backend = SandboxBackend.DocSpace,
            Method = "POST",
            PathEndsWith = "/clients",
            Send = SandboxPart.None,
            Then = SandboxEnding.Reset,
        });

        // From the third request on, one in twenty is refused for ten seconds.
        sandbox.Faults.Add(new SandboxFault
        {
            After = 2,
            Times = null,
            Probability = 0.05,
            RateLimit = SandboxRateLimit.Native,
            RetryIn = TimeSpan.FromSeconds(10),
        });

        // The server is five minutes ahead.
        sandbox.ClockOffset = TimeSpan.FromMinutes(5);

        Assert.That(sandbox.ClockOffset, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }
}
