using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Transport;

namespace Bedrock.Toolkit;

/// <summary>The Converse API of Bedrock: one form of conversation for all models. Stateless and thread-safe.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference.html</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockConverseExtensions
{
    /// <summary>Sends a conversation to a model and waits for the whole answer (Converse).</summary>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes; also that of a managed prompt.</param>
    /// <param name="request">The request; fixed as bytes before this method returns its task, so that later changes have no effect.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Task<ConverseResponse> ConverseAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var check = ConverseRequestCheck.For(ModelRules.For(model, options?.Rules));
        var call = new BedrockCall<ConverseRequest, ConverseResponse>
        {
            Operation = "Converse",
            Path = $"/model/{PathLabel.Encode(model.Value, "modelId")}/converse",
            ModelId = model,
            Request = ToolSchemas.WithTypes(request),
            RequestTypeInfo = ConverseJson.Request,
            ResponseTypeInfo = ConverseJson.Response,
            CheckRequest = model.Kind == ModelIdKind.Prompt ? check.CheckPrompt : check.Check,
            ReadMaxTokens = static r => r.InferenceConfig?.MaxTokens,
            ApplyOptions = ConverseOptions.Apply,
        };
        return client.CallAsync(call, options, cancellationToken);
    }

    /// <inheritdoc cref="ConverseAsync(IBedrockClient, ModelId, ConverseRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ConverseResponse> ConverseAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        CancellationToken cancellationToken) =>
        client.ConverseAsync(model, request, null, cancellationToken);

    /// <summary>Sends a conversation to a model and gives its answer piece by piece (ConverseStream).</summary>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes; also that of a managed prompt.</param>
    /// <param name="request">The request; fixed as bytes by this call, so that later changes have no effect.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The stream. Nothing is sent before it is opened or enumerated.</returns>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    public static BedrockStream<ConverseStreamEvent, ConverseResponse> ConverseStreamAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var check = ConverseRequestCheck.For(ModelRules.For(model, options?.Rules));
        var call = new BedrockStreamingCall<ConverseRequest, ConverseStreamEvent, ConverseResponse>
        {
            Operation = "ConverseStream",
            Path = $"/model/{PathLabel.Encode(model.Value, "modelId")}/converse-stream",
            ModelId = model,
            Request = ToolSchemas.WithTypes(request),
            RequestTypeInfo = ConverseJson.Request,
            CheckRequest = model.Kind == ModelIdKind.Prompt ? check.CheckPromptStream : check.CheckStream,
            ReadMaxTokens = static r => r.InferenceConfig?.MaxTokens,
            ApplyOptions = ConverseOptions.Apply,
            ReadEvent = ConverseEventReader.Read,
            IsEnd = static e => e is MessageStopEvent,
            CreateFold = static () => new ConverseStreamFold(),
            ReadMetrics = ReadMetrics,
        };
        return client.CallStreamAsync(call, options, cancellationToken);
    }

    /// <inheritdoc cref="ConverseStreamAsync(IBedrockClient, ModelId, ConverseRequest, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static BedrockStream<ConverseStreamEvent, ConverseResponse> ConverseStreamAsync(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        CancellationToken cancellationToken) =>
        client.ConverseStreamAsync(model, request, null, cancellationToken);

    /// <summary>A stream that gives events at hand, under the same contract as one from Bedrock: a missing end mark is an error.</summary>
    /// <param name="events">The events, in order.</param>
    /// <returns>The stream, for tests and for stand-ins of the client.</returns>
    public static BedrockStream<ConverseStreamEvent, ConverseResponse> ToConverseStream(this IEnumerable<ConverseStreamEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return BedrockStream.From("ConverseStream", events.ToAsyncEnumerable(), static e => e is MessageStopEvent, static () => new ConverseStreamFold());
    }

    private static BedrockInvocationMetrics? ReadMetrics(ConverseStreamEvent streamEvent) =>
        streamEvent is not ConverseStreamMetadataEvent metadata ? null : new BedrockInvocationMetrics
    {
        ServiceTier = metadata.ServiceTier?.Type,
        InputTokenCount = metadata.Usage?.InputTokens,
        OutputTokenCount = metadata.Usage?.OutputTokens,
        CacheReadInputTokenCount = metadata.Usage?.CacheReadInputTokens,
        CacheWriteInputTokenCount = metadata.Usage?.CacheWriteInputTokens,
        InvocationLatency = metadata.Metrics?.LatencyMs is { } milliseconds ? (int)Math.Clamp(milliseconds, 0, int.MaxValue) : null,
    };

    /// <summary>The texts of a stream, as they come: for a console, or for server-sent events in one line.</summary>
    /// <remarks>Reasoning, tool calls and the reason for the end are left out: <see cref="BedrockStream{TEvent, TResponse}.ForEachAsync"/> gives the pieces
    /// and the whole answer.</remarks>
    /// <param name="stream">The stream, of one answer or of a conversation with tools; enumerating the texts reads and closes it.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The pieces of text, none of them empty; throws what the stream throws.</returns>
    public static async IAsyncEnumerable<string> TextAsync(
        this IAsyncEnumerable<ConverseStreamEvent> stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await foreach (ConverseStreamEvent part in stream.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (part.Text is { Length: > 0 } text)
            {
                yield return text;
            }
        }
    }
}
