namespace ClientMgmt.Tests.Registration;

/// <summary>Plain http shows credentials to everybody on the way, so it is for this machine alone unless it is asked for.</summary>
public sealed class HttpAddressTests
{
    private const string Key = "Providers:main:BaseAddress";

    [TestCase("http://localhost")]
    [TestCase("http://LOCALHOST:5000/path")]
    [TestCase("http://127.0.0.1:8080/")]
    [TestCase("http://127.1")]
    [TestCase("http://127.200.3.4")]
    [TestCase("http://[::1]")]
    [TestCase("http://[0:0:0:0:0:0:0:1]:5000")]
    [TestCase("http://[::ffff:127.0.0.1]")]
    public void Plain_http_to_this_machine_needs_no_permission(string address) =>
        Assert.That(() => SampleConfiguration.Validate((Key, address)), Throws.Nothing);

    [TestCase("http://us.authlete.com")]
    [TestCase("http://10.0.0.1")]
    [TestCase("http://localhost.example.com")]
    [TestCase("http://127.0.0.1.example.com")]
    [TestCase("http://xlocalhost")]
    [TestCase("http://ⓛocalhost")]
    [TestCase("http://[fe80::1]")]
    [TestCase("http://[::127.0.0.1]", Description = "Uri.IsLoopback takes it for loopback; routers do not.")]
    [TestCase("http://0.0.0.0", Description = "Where it leads is up to the system.")]
    [TestCase("http://[::]")]
    [TestCase("http://localhost.", Description = "Resolvers may ask the network for it.")]
    [TestCase("http://127.0.0.1.")]
    [TestCase("http://api.localhost")]
    public void Plain_http_to_any_other_host_is_refused(string address) => Assert.That(
        SampleConfiguration.Errors((Key, address)).Single(),
        Does.StartWith($"ClientManagement:{Key} is plain http").And.EndWith("use https, or set AllowHttp."));

    [TestCase("http://localhost@us.authlete.com", "must not hold a user name")]
    [TestCase("http://127.0.0.1:80@us.authlete.com", "must not hold a user name")]
    [TestCase("http://us.authlete.com#@localhost", "must not hold a query or a fragment")]
    [TestCase("http://localhost%2eexample.com", "must be an absolute URL")]
    [TestCase("http://127.0.0.1%00.example.com", "must be an absolute URL")]
    public void An_address_cannot_pretend_to_be_this_machine(string address, string expected) =>
        Assert.That(SampleConfiguration.Errors((Key, address)).Single(), Does.StartWith($"ClientManagement:{Key} {expected}"));

    [TestCase("main")]
    [TestCase("legacy")]
    [TestCase("office")]
    public void Every_backend_can_be_allowed_to_use_plain_http(string provider) => Assert.That(
        () => SampleConfiguration.Validate(
            ($"Providers:{provider}:BaseAddress", "http://10.0.0.1"), ($"Providers:{provider}:AllowHttp", "true")),
        Throws.Nothing);

    [Test]
    public void The_permission_of_one_provider_is_not_that_of_another() => Assert.That(
        SampleConfiguration.Errors((Key, "http://10.0.0.1"), ("Providers:legacy:AllowHttp", "true")),
        Has.Length.EqualTo(1));

    [Test]
    public void The_permission_allows_no_other_scheme() => Assert.That(
        SampleConfiguration.Errors((Key, "ftp://10.0.0.1"), ("Providers:main:AllowHttp", "true")).Single(),
        Does.Contain("must begin with https://"));
}
