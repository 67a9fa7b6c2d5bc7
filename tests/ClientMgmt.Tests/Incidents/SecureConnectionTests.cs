using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ClientMgmt.Tests.Support;
using ClientMgmt.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace ClientMgmt.Tests.Incidents;

/// <summary>An error says why a connection was not made, and who is to blame.</summary>
public sealed class SecureConnectionTests
{
    private const string Password = "proxy-password-0001";

    [TestCase("localhost", 1, "its issuer is not trusted by this machine")]
    [TestCase("other.example.test", 1, "it is for another host name")]
    [TestCase("localhost", -1, "it has expired, or is not valid yet")]
    public async Task What_is_wrong_with_a_certificate_is_named(string host, int daysLeft, string reason)
    {
        using X509Certificate2 certificate = Create(host, daysLeft);
        await using var server = new SocketServer((socket, token) => ServeAsync(socket, certificate, token));
        await using var application = new Application(builder => builder.AddProvider("main", p =>
            Application.Fill(p, Backend.AuthleteV3, new Uri($"https://localhost:{server.Address.Port}/"))));

        var error = await CatchAsync(application);

        Assert.That(error, Is.TypeOf<BackendUnavailableException>().With.Message.Contains(reason));
        Assert.That(error!.InnerException?.InnerException, Is.TypeOf<AuthenticationException>());
    }

    [TestCase("http://api.example.test/")]
    [TestCase("https://api.example.test/")]
    public async Task A_dead_proxy_is_blamed_and_not_the_server(string address)
    {
        int port = LoopbackPort.Free();
        await using var application = new Application(builder => builder
            .AddProvider("main", p =>
            {
                Application.Fill(p, Backend.AuthleteV3, new Uri(address));
                p.AllowHttp = true;
            })
            .ConfigureHttpClient("main", http => http.UseSocketsHttpHandler((handler, _) =>
                handler.Proxy = new WebProxy(new Uri($"http://user:{Password}@127.0.0.1:{port}/")))));

        var error = await CatchAsync(application);

        Assert.That(error, Is.TypeOf<BackendUnavailableException>().With.Message.Contains($"the proxy at 127.0.0.1:{port} could not be reached"));
        Assert.That(error!.InnerException, Is.TypeOf<HttpRequestException>().With.InnerException.TypeOf<SocketException>());
        Assert.That($"{error}", Does.Not.Contain(Password));
    }

    private static async Task<Exception?> CatchAsync(Application application) =>
        await WireOperations.Of(Backend.AuthleteV3, ClientOperation.Create).CatchAsync(application.Clients).InTimeAsync();

    private static async Task ServeAsync(Socket socket, X509Certificate2 certificate, CancellationToken cancellationToken)
    {
        await using var stream = new SslStream(new NetworkStream(socket));
        try
        {
            await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancellationToken);
            _ = await stream.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            // The client does not accept the certificate.
        }
    }

    private static X509Certificate2 Create(string host, int daysLeft)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-2), now.AddDays(daysLeft));
    }
}
