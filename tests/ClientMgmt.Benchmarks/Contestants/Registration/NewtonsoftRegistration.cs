using Newtonsoft.Json;

namespace ClientMgmt.Benchmarks.Contestants.Registration;

internal sealed class NewtonsoftRegistration(HttpClient http) : NewtonsoftContestant<RegisteredClient>(http, Api.Registration)
{
    protected override byte[] WriteClient() => NewtonsoftJson.WriteObject(writer =>
    {
        RegisteredClient client = RegisteredClient.New;
        writer.WriteText("client_name", client.ClientName);
        writer.WriteText("client_uri", client.ClientUri);
        writer.WriteText("logo_uri", client.LogoUri);
        writer.WriteText("token_endpoint_auth_method", client.TokenEndpointAuthMethod);
        writer.WriteText("scope", client.Scope);
        writer.WriteTexts("redirect_uris", client.RedirectUris!);
        writer.WriteTexts("grant_types", client.GrantTypes!);
        writer.WriteTexts("response_types", client.ResponseTypes!);
    });

    protected override RegisteredClient ReadClient(JsonTextReader reader)
    {
        var client = new RegisteredClient();
        while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
        {
            switch ((string)reader.Value!)
            {
                case "client_id":
                    client.ClientId = reader.ReadAsString();
                    break;
                case "client_secret":
                    client.ClientSecret = reader.ReadAsString();
                    break;
                case "client_name":
                    client.ClientName = reader.ReadAsString();
                    break;
                case "client_uri":
                    client.ClientUri = reader.ReadAsString();
                    break;
                case "logo_uri":
                    client.LogoUri = reader.ReadAsString();
                    break;
                case "token_endpoint_auth_method":
                    client.TokenEndpointAuthMethod = reader.ReadAsString();
                    break;
                case "scope":
                    client.Scope = reader.ReadAsString();
                    break;
                case "redirect_uris":
                    client.RedirectUris = reader.ReadTexts();
                    break;
                case "grant_types":
                    client.GrantTypes = reader.ReadTexts();
                    break;
                case "response_types":
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
