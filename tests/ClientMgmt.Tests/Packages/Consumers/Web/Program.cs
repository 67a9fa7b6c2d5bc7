using ClientMgmt;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddClientManagement(builder.Configuration.GetSection("ClientManagement"));
WebApplication app = builder.Build();

app.MapGet("/clients", (IClientManagement clients) => clients.ListAsync().Select(c => c.Metadata.ClientName));
app.MapGet("/legacy", ([FromKeyedServices("legacy")] IClientManagement clients) => clients.ListAsync().Select(c => c.Metadata.ClientName));

app.Run();
