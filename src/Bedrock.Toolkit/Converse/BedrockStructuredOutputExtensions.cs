using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>Typed answers of Converse. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockStructuredOutputExtensions
{
    /// <summary>Sends a conversation to a model and gives its answer as a type of your own.</summary>
    /// <remarks>
    /// The JSON schema comes from the type's metadata, so it works with native AOT; <see cref="System.ComponentModel.DescriptionAttribute"/> on members
    /// goes into it. The model is asked for every member. Types that are no JSON object travel as a member of one.
    /// </remarks>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request; it stays as it is. It may have tools of its own: when the model calls one of them, the answer does not fit.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    /// <param name="structured">How the form is asked for; chosen by the model when null.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The typed answer with the raw one.</returns>
    /// <exception cref="BedrockStructuredOutputException">The model answered in another form; the exception keeps what it wrote.</exception>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ConverseResponse<T>> ConverseAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        JsonTypeInfo<T> typeInfo,
        StructuredOutputOptions? structured = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var call = new StructuredCall<T>(model, request, typeInfo, structured, options?.Rules);
        ConverseResponse response = await client.ConverseAsync(model, call.Request, options, cancellationToken).ConfigureAwait(false);
        return call.Read(response, "Converse");
    }

    /// <summary>Sends a conversation to a model and gives its answer as a type of your own while it is being written.</summary>
    /// <remarks>
    /// Each update is a new object of what has come so far: open texts, lists and objects of the JSON are closed, and what means nothing yet is left out.
    /// The last one is the whole answer, which fits the type as that of <c>ConverseAsync&lt;T&gt;</c> does. Each update reads all that has come, so for very
    /// long answers take the stream without a type. Enumerated once.
    /// </remarks>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request; it stays as it is, and is fixed as bytes by this call.</param>
    /// <param name="typeInfo">The type's metadata, from your own JSON context.</param>
    /// <param name="structured">How the form is asked for; chosen by the model when null.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the stream at any point.</param>
    /// <returns>The updates. Nothing is sent before they are enumerated.</returns>
    /// <exception cref="BedrockStructuredOutputException">In the enumeration: the model answered in another form; it keeps what it wrote.</exception>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">In the enumeration: the call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">In the enumeration: the token was cancelled.</exception>
    public static IAsyncEnumerable<ConverseUpdate<T>> ConverseStreamAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        JsonTypeInfo<T> typeInfo,
        StructuredOutputOptions? structured = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var call = new StructuredCall<T>(model, request, typeInfo, structured, options?.Rules);
        return new StructuredStream<T>(call).ReadAsync(client.ConverseStreamAsync(model, call.Request, options, cancellationToken), cancellationToken);
    }

    /// <inheritdoc cref="ConverseAsync{T}(IBedrockClient, ModelId, ConverseRequest, JsonTypeInfo{T}, StructuredOutputOptions, InvokeOptions,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ConverseResponse<T>> ConverseAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken) =>
        client.ConverseAsync(model, request, typeInfo, null, null, cancellationToken);

    /// <inheritdoc cref="ConverseStreamAsync{T}(IBedrockClient, ModelId, ConverseRequest, JsonTypeInfo{T}, StructuredOutputOptions, InvokeOptions,
    /// CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static IAsyncEnumerable<ConverseUpdate<T>> ConverseStreamAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        JsonTypeInfo<T> typeInfo,
        CancellationToken cancellationToken) =>
        client.ConverseStreamAsync(model, request, typeInfo, null, null, cancellationToken);
}
