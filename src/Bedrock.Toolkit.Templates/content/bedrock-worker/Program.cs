using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
builder.Services.AddBedrock(builder.Configuration.GetSection("Bedrock"));
builder.Services.AddHostedService<Summariser>();
await builder.Build().RunAsync();

/// <summary>Sums up each line of the standard input, and ends with it.</summary>
internal sealed class Summariser(IBedrockClient bedrock, IHostApplicationLifetime lifetime, ILogger<Summariser> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await Console.In.ReadLineAsync(stoppingToken) is { Length: > 0 } text)
        {
            try
            {
                ConverseResponse reply = await bedrock.ConverseAsync(
                    "MODEL_ID", ConverseRequest.For(text, maxTokens: 200, system: "Sum up in one sentence."), cancellationToken: stoppingToken);
                Console.WriteLine(reply.Text);
            }
            catch (BedrockException e)
            {
                logger.LogError("The model did not answer: {Reason}", e.Message);
            }
        }

        lifetime.StopApplication();
    }
}
