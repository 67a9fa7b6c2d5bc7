using ClientMgmt;
using ClientMgmt.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

await using SandboxServer sandbox = await SandboxServer.StartAsync();
sandbox.Authlete.Seed(SandboxDefaults.ServiceId, 3);

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Configuration.AddInMemoryCollection(sandbox.Settings);
builder.Services.AddClientManagement(builder.Configuration.GetSection("ClientManagement"));
using IHost host = builder.Build();

IClientManagement clients = host.Services.GetRequiredService<IClientManagement>();
await foreach (OAuthClient client in clients.ListAsync())
{
    Console.WriteLine($"{client.ClientId} {client.Metadata.ClientName}");
}
