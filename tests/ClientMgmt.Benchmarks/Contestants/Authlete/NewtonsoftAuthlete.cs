using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants.Authlete;

internal sealed class NewtonsoftAuthlete(HttpClient http) : NewtonsoftContestant<AuthleteClient>(http, Api.Authlete)
{
    protected override byte[] WriteClient() => NewtonsoftJson.WriteObject(writer =>
    {
        AuthleteClient client = AuthleteClient.New;
        writer.WriteText("clientName", client.ClientName);
        writer.WriteText("description", client.Description);
        writer.WriteText("clientType", client.ClientType);
        writer.WriteText("clientUri", client.ClientUri);
        writer.WriteText("logoUri", client.LogoUri);
        writer.WriteText("tokenAuthMethod", client.TokenAuthMethod);
        writer.WriteTexts("redirectUris", client.RedirectUris!);
        writer.WriteTexts("grantTypes", client.GrantTypes!);
        writer.WriteTexts("responseTypes", client.ResponseTypes!);
    });

    protected override ValueTask<Page<AuthleteClient>> ReadPageAsync(Stream json)
    {
        using var reader = new JsonTextReader(new StreamReader(json));
        List<AuthleteClient> clients = [];
        string? total = null;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "totalCount":
                    total = reader.ReadAsString();
                    break;
                case "clients":
                    clients = reader.ReadObjects(ReadClient);
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return ValueTask.FromResult(new Page<AuthleteClient>(clients, total));
    }

    protected override AuthleteClient ReadClient(JsonTextReader reader)
    {
        var client = new AuthleteClient();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "clientId":
                    reader.Read();
                    client.ClientId = (long)reader.Value!;
                    break;
                case "clientName":
                    client.ClientName = reader.ReadAsString();
                    break;
                case "description":
                    client.Description = reader.ReadAsString();
                    break;
                case "clientType":
                    client.ClientType = reader.ReadAsString();
                    break;
                case "clientUri":
                    client.ClientUri = reader.ReadAsString();
                    break;
                case "logoUri":
                    client.LogoUri = reader.ReadAsString();
                    break;
                case "tokenAuthMethod":
                    client.TokenAuthMethod = reader.ReadAsString();
                    break;
                case "redirectUris":
                    client.RedirectUris = reader.ReadTexts();
                    break;
                case "grantTypes":
                    client.GrantTypes = reader.ReadTexts();
                    break;
                case "responseTypes":
                    client.ResponseTypes = reader.ReadTexts();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return client;
    }
}
