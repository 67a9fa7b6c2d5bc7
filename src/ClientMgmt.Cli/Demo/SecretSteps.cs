using System.Buffers.Text;
using System.Security.Cryptography;

namespace ClientMgmt.Cli.Demo;

/// <summary>A secret that the server makes, and one that the caller chooses.</summary>
internal static class SecretSteps
{
    private const int SecretBytes = 32;

    public static IReadOnlyList<DemoStep> All { get; } =
    [
        DemoStep.Of(
            ClientOperation.RotateSecret,
            (run, token) => run.Clients.RotateSecretAsync(run.ClientId, token),
            async (run, secret, token) =>
            {
                Expect.That(!secret.Equals(run.Client.ClientSecret), "the secret is still the old one");
                OAuthClient asked = run.Client with { ClientSecret = secret };
                run.ExpectSame(asked, await run.ReadAsync(token).ConfigureAwait(false));
            },
            prepare: (run, token) => run.LookAsync(token)),
        DemoStep.Of(
            ClientOperation.SetSecret,
            async (run, token) =>
            {
                var chosen = new Secret(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
                await run.Clients.SetSecretAsync(run.ClientId, chosen, token).ConfigureAwait(false);
                return chosen;
            },
            async (run, chosen, token) =>
            {
                OAuthClient asked = run.Client with { ClientSecret = chosen };
                run.ExpectSame(asked, await run.ReadAsync(token).ConfigureAwait(false));
            },
            prepare: (run, token) => run.LookAsync(token)),
    ];
}
