// A chat in the browser that streams a model's answer:
//   dotnet run --project docs/samples/web-api             against the embedded server, no AWS account needed
//   dotnet run --project docs/samples/web-api -- --aws    against AWS, with the credentials of the normal AWS chain and a Region in the US;
//                                                         so does Bedrock:Region in the configuration
using Bedrock.Toolkit.Testing;
using WebApi;

WebApplicationBuilder builder = WebApplication.CreateBuilder([.. args.Where(argument => argument != "--aws")]);
bool aws = args.Contains("--aws") || builder.Configuration["Bedrock:Region"] is not null;
await using BedrockServer? server = aws ? null : await BedrockServer.StartAsync();
if (server is not null)
{
    server.PauseBetweenEvents = TimeSpan.FromMilliseconds(80);   // a real model takes its time too
}

await ChatApi.Build(builder, server).RunAsync();
