using System.ClientModel.Primitives;
using Bedrock.Toolkit.Doors;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Bedrock.Toolkit.Extensions.OpenAI;

/// <summary>OpenAI's own .NET client on Amazon Bedrock. Stateless and thread-safe.</summary>
/// <remarks>
/// Requests go through <see cref="BedrockDoorHandler"/>: the model of a request chooses host, path and id; identity, retries, quotas, telemetry and
/// exceptions are those of <see cref="BedrockClient"/>. Only the asynchronous methods of the client work: nothing here blocks a thread.
/// </remarks>
public static class BedrockOpenAI
{
    // The handler puts the right address in its place.
    private static readonly Uri Placeholder = new("https://bedrock-runtime.amazonaws.com/openai/v1");

    /// <summary>Makes a client whose requests go where their model answers.</summary>
    /// <param name="options">How to reach Bedrock; copied.</param>
    /// <returns>The client; keep it for as long as the application runs.</returns>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public static OpenAIClient CreateClient(BedrockClientOptions options) => CreateClient(new BedrockDoorHandler(options));

    /// <summary>Makes a client for the host of a door.</summary>
    /// <param name="options">How to reach Bedrock; copied.</param>
    /// <param name="door">The door, such as <c>BedrockDoor.For("openai.gpt-5.6-sol").On(BedrockHost.Mantle)</c>.</param>
    /// <returns>The client; keep it for as long as the application runs.</returns>
    /// <exception cref="BedrockConfigurationException">A setting is wrong; the message names it and the rule.</exception>
    public static OpenAIClient CreateClient(BedrockClientOptions options, BedrockDoor door)
    {
        ArgumentNullException.ThrowIfNull(door);
        return CreateClient(new BedrockDoorHandler(options) { Host = door.Host });
    }

    /// <summary>Makes a client over a handler, which says what goes with every call.</summary>
    /// <param name="handler">The handler.</param>
    /// <returns>The client; keep it for as long as the application runs.</returns>
    public static OpenAIClient CreateClient(BedrockDoorHandler handler)
    {
        ArgumentNullException.ThrowIfNull(handler);

        // The limits of the call are those of the handler; the client's 100 seconds would cut long answers.
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new OpenAIClient(new HandlerAuthentication(), new OpenAIClientOptions
        {
            Endpoint = Placeholder,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <summary>A model as an <see cref="IChatClient"/>, in the shape that it answers: Responses, else Chat Completions.</summary>
    /// <param name="client">A client made here.</param>
    /// <param name="model">The model.</param>
    /// <returns>The chat client.</returns>
    /// <exception cref="NotSupportedException">The model answers neither shape.</exception>
    public static IChatClient AsBedrockChatClient(this OpenAIClient client, ModelId model)
    {
        ArgumentNullException.ThrowIfNull(client);
        BedrockDoor? door = BedrockDoor.AllOf(model).FirstOrDefault(static door => door.Shape == BedrockShape.Responses)
            ?? BedrockDoor.AllOf(model).FirstOrDefault(static door => door.Shape == BedrockShape.ChatCompletions);
        return door?.Shape switch
        {
            BedrockShape.Responses => client.GetResponsesClient().AsIChatClient(model.Value),
            BedrockShape.ChatCompletions => client.GetChatClient(model.Value).AsIChatClient(),
            _ => throw new NotSupportedException($"{model} answers in no shape of OpenAI. {BedrockDoor.For(model).Reason}"),
        };
    }

    /// <summary>Leaves the signature to the handler below, which makes it anew for each attempt.</summary>
    private sealed class HandlerAuthentication : AuthenticationPolicy
    {
        public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNext(message, pipeline, currentIndex);

        public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex) =>
            ProcessNextAsync(message, pipeline, currentIndex);
    }
}
