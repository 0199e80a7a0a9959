// A web API that streams a model's answer to the browser: dotnet run --project docs/samples/web-api
// It runs against the embedded server; with Bedrock:Region in its configuration it calls AWS instead.
using Bedrock.Toolkit.Testing;
using WebApi;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
await using BedrockServer? server = builder.Configuration["Bedrock:Region"] is null ? await BedrockServer.StartAsync() : null;
if (server is not null)
{
    server.PauseBetweenEvents = TimeSpan.FromMilliseconds(150);   // a real model takes its time too
}

await ChatApi.Build(builder, server).RunAsync();
