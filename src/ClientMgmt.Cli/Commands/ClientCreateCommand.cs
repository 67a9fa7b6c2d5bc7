using System.CommandLine;
using ClientMgmt.Cli.Options;
using StoredClient = ClientMgmt.Manifests.StoredClient;

namespace ClientMgmt.Cli.Commands;

/// <summary><c>clientmgmt client create</c>.</summary>
internal static class ClientCreateCommand
{
    public static Command Create(Runner runner) => new ToolCommand("create", "Registers a client and shows it, with its secret this once.", command => Fill(command, runner))
    {
        Examples =
        [
            "clientmgmt client create --client-name Orders --redirect-uri https://orders.example.com/cb",
            "clientmgmt client create --template web --client-name Orders --redirect-uri https://orders.example.com/cb",
            "clientmgmt client create --file orders.json --secret-out orders.secret",
        ],
    };

    private static void Fill(ToolCommand command, Runner runner)
    {
        var input = new MetadataInput();
        var template = new TemplateInput();
        var output = new SecretOutput();
        command.Notes = [input.Note, TemplateInput.Note];
        template.AddTo(command);
        input.AddTo(command);
        output.AddTo(command);
        command.Add(SecretInput.Refused());
        runner.Run(command, session => RunAsync(session, input, template, output));
    }

    private static async Task<int> RunAsync(Session session, MetadataInput input, TemplateInput template, SecretOutput output)
    {
        IReadOnlyList<PropertyChange> changes = template.Below(
            session, await input.ReadAsync(session, clientId: null).ConfigureAwait(false));
        ClientMetadata metadata = changes.Aggregate(new ClientMetadata(), (m, change) => change.ApplyTo(m));
        IClientManagement clients = session.Clients;
        await RegistrationStoreProbe.RunAsync(session, clients.Provider).ConfigureAwait(false);
        using SecretFile? file = await output.OpenAsync(session).ConfigureAwait(false);
        session.StartsToChange();
        StoredClient stored = await StoredClient.OfAsync(clients.CreateAsync(metadata, session.Token)).ConfigureAwait(false);
        session.HasChanged($"client {stored.Client.ClientId} was created; {(file is null ? "its secret, if it has one, was shown to nobody" : $"'client get {stored.Client.ClientId} --show-secrets' shows its secret")}.");
        bool show = ClientOutput.Keep(session, stored.Client.ClientSecret, file);
        return await ClientOutput.WriteAsync(session, stored, show).ConfigureAwait(false);
    }
}
