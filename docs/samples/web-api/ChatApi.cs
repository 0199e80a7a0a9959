using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Testing;

namespace WebApi;

public static class ChatApi
{
    private static readonly ModelId Model = "us.amazon.nova-lite-v1:0";

    public static WebApplication Build(WebApplicationBuilder builder, BedrockServer? server)
    {
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ChatJsonContext.Default));
        IBedrockBuilder bedrock = builder.Services.AddBedrock(builder.Configuration.GetSection("Bedrock"));
        if (server is not null)
        {
            bedrock.UseServer(server);
        }

        WebApplication app = builder.Build();
        app.MapGet("/", () => Results.Stream(typeof(ChatApi).Assembly.GetManifestResourceStream("index.html")!, "text/html"));
        app.MapPost("/chat", AnswerAsync);
        return app;
    }

    // The token is cancelled when the browser goes away: closing the stream then stops the model, and its cost.
    private static async Task<IResult> AnswerAsync(ChatQuestion question, IBedrockClient bedrock, HttpResponse response, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(question.Prompt))
        {
            return Results.Problem("prompt must not be blank.", statusCode: 400);
        }

        BedrockStream<ConverseStreamEvent, ConverseResponse> stream =
            bedrock.ConverseStreamAsync(Model, ConverseRequest.For(question.Prompt), cancellationToken: cancellationToken);
        response.RegisterForDisposeAsync(stream);
        try
        {
            // Headers and first event: until here an error can still be a status of our own.
            await stream.OpenAsync(cancellationToken);
        }
        catch (BedrockThrottlingException e)
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling((e.RetryAfter ?? TimeSpan.FromSeconds(5)).TotalSeconds))
                .ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Results.Problem("Too many questions just now.", statusCode: 429);
        }
        catch (BedrockException)
        {
            return Results.Problem("The model cannot be reached.", statusCode: 502);
        }

        return TypedResults.ServerSentEvents(EventsAsync(stream, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<string>> EventsAsync(
        BedrockStream<ConverseStreamEvent, ConverseResponse> stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using IAsyncEnumerator<ConverseStreamEvent> events = stream.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            bool more = false;
            bool broke = false;
            try
            {
                more = await events.MoveNextAsync();
            }
            catch (BedrockException)
            {
                broke = true;   // an exception cannot be told any other way once the answer has begun
            }

            if (!more)
            {
                yield return new SseItem<string>(string.Empty, broke ? "broken" : "done");
                yield break;
            }

            if (events.Current.Text is { Length: > 0 } text)
            {
                yield return new SseItem<string>(text, "text");
            }
        }
    }
}

public sealed record ChatQuestion([property: JsonPropertyName("prompt")] string? Prompt);

[JsonSerializable(typeof(ChatQuestion))]
[JsonSerializable(typeof(Microsoft.AspNetCore.Mvc.ProblemDetails))]
internal sealed partial class ChatJsonContext : JsonSerializerContext;
