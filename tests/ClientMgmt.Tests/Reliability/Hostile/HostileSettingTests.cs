using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ClientMgmt.Tests.Reliability;

/// <summary>Settings that stand in a URL or a header are what they should be, or refused before any request.</summary>
public sealed class HostileSettingTests
{
    [Test]
    public void A_service_id_is_a_number_or_refused() => HostileInputs.Each(text =>
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, p => p.ServiceId = text);

        Assert.That(() => host.Clients, text.Length > 0 && text.All(char.IsAsciiDigit)
            ? Throws.Nothing : Throws.InstanceOf<OptionsValidationException>());
    });

    [Test]
    public void A_path_prefix_is_one_of_the_two_that_there_are_or_refused() => HostileInputs.Each(text =>
    {
        using WireHost host = WireHost.For(Backend.DocSpace, p => p.PathPrefix = text);

        Assert.That(() => host.Clients, Throws.InstanceOf<OptionsValidationException>());
    });

    [Test]
    public void A_path_prefix_that_is_null_is_refused()
    {
        using WireHost host = WireHost.For(Backend.DocSpace, p => p.PathPrefix = null!);

        Assert.That(() => host.Clients, Throws.InstanceOf<OptionsValidationException>());
    }

    [Test]
    public Task A_credential_injects_no_header() => HostileInputs.EachAsync(async text =>
    {
        using WireHost host = WireHost.For(Backend.AuthleteV3, p =>
        {
            p.AccessToken = null;
            p.CredentialCallback = (_, _) => ValueTask.FromResult(ProviderCredential.FromAccessToken(new Secret(text)));
        }).OnAny(WireAnswer.Ok(AuthleteOperations.Client));

        Exception? error = await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Get).CatchAsync(host);

        Assert.That(error is ArgumentException ? [] : host.Requests.Select(r => r.Header("Authorization")),
            Is.All.EqualTo("Bearer " + text));
        Assert.That(error, Is.Null.Or.InstanceOf<ArgumentException>());
    });

    [Test]
    public void A_provider_that_is_not_configured_is_refused() => HostileInputs.Each(text =>
    {
        using var services = new ServiceCollection().AddClientManagement(o => o.Providers["test"] = new ProviderOptions
        {
            Backend = Backend.AuthleteV3,
            BaseAddress = new Uri(WireHost.Address),
            ServiceId = WireHost.ServiceId,
            AccessToken = new Secret(WireHost.AccessToken),
        }).Services.BuildServiceProvider();

        Exception? error = Assert.Catch(() => services.GetRequiredService<IClientManagementFactory>().GetProvider(text));

        Assert.That(error, Is.InstanceOf<ArgumentException>());
        Assert.That(error!.Message, Has.None.Matches<char>(char.IsControl));
    });
}
