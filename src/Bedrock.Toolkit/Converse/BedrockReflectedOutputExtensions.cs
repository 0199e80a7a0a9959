using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit;

/// <summary>Typed answers of Converse without a JSON context: by reflection, so not for trimming and native AOT. Stateless and thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockReflectedOutputExtensions
{
    /// <summary>Sends a conversation to a model and gives its answer as a type of your own, whose members are found by reflection.</summary>
    /// <remarks>
    /// Members are camel case in JSON, enumerations are their names, and <see cref="DescriptionAttribute"/> goes into the schema. Where an app is
    /// trimmed or compiled ahead of time, use the overload that takes a <see cref="System.Text.Json.Serialization.Metadata.JsonTypeInfo{T}"/>.
    /// </remarks>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: a descriptor, an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request, or a text alone; it stays as it is.</param>
    /// <param name="structured">How the form is asked for; chosen by the model when null.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The typed answer with the raw one.</returns>
    /// <exception cref="BedrockStructuredOutputException">The model answered in another form; the exception keeps what it wrote.</exception>
    /// <exception cref="ArgumentException">The request would surely be refused; the message names the member and the rule.</exception>
    /// <exception cref="BedrockException">The call failed; the subclasses tell how.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static Task<ConverseResponse<T>> ConverseAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        StructuredOutputOptions? structured = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default) =>
        client.ConverseAsync(model, request, ReflectionJson.TypeInfo<T>(), structured, options, cancellationToken);

    /// <inheritdoc cref="ConverseAsync{T}(IBedrockClient, ModelId, ConverseRequest, StructuredOutputOptions, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static Task<ConverseResponse<T>> ConverseAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        CancellationToken cancellationToken) =>
        client.ConverseAsync(model, request, ReflectionJson.TypeInfo<T>(), null, null, cancellationToken);

    /// <summary>Sends a conversation to a model and gives its answer, as a type whose members are found by reflection, as far as it has come.</summary>
    /// <remarks>As <c>ConverseAsync&lt;T&gt;</c>, piece by piece: see <see cref="ConverseUpdate{T}"/>.</remarks>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model: a descriptor, an id, a profile, or any ARN that Bedrock takes.</param>
    /// <param name="request">The request, or a text alone; it stays as it is.</param>
    /// <param name="structured">How the form is asked for; chosen by the model when null.</param>
    /// <param name="options">Settings of this call; guardrail, latency, service tier and request metadata go into the body.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The updates, the last of them with the whole answer; thrown while it is enumerated is what <c>ConverseAsync&lt;T&gt;</c> throws.</returns>
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static IAsyncEnumerable<ConverseUpdate<T>> ConverseStreamAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        StructuredOutputOptions? structured = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default) =>
        client.ConverseStreamAsync(model, request, ReflectionJson.TypeInfo<T>(), structured, options, cancellationToken);

    /// <inheritdoc cref="ConverseStreamAsync{T}(IBedrockClient, ModelId, ConverseRequest, StructuredOutputOptions, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    [RequiresUnreferencedCode(ReflectionJson.Trimming)]
    [RequiresDynamicCode(ReflectionJson.Compiling)]
    public static IAsyncEnumerable<ConverseUpdate<T>> ConverseStreamAsync<T>(
        this IBedrockClient client,
        ModelId model,
        ConverseRequest request,
        CancellationToken cancellationToken) =>
        client.ConverseStreamAsync(model, request, ReflectionJson.TypeInfo<T>(), null, null, cancellationToken);
}
