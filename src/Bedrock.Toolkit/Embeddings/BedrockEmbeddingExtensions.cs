namespace Bedrock.Toolkit;

/// <summary>Embeddings with any embedding model: the model says how its requests are built and how much one call takes. Thread-safe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class BedrockEmbeddingExtensions
{
    // Enough to hide the latency of models that take one text per call, few enough not to surprise a quota. The pipeline takes more.
    private const int CallsAtOnce = 8;

    /// <summary>Embeds texts: as many calls as the model needs, some of them at once.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="texts">The texts, none of them blank. For more than some thousands use <c>EmbedManyAsync</c>.</param>
    /// <param name="kind">What the vectors are for.</param>
    /// <param name="dimensions">The length of the vectors; the model's default when null.</param>
    /// <param name="options">Settings of each call.</param>
    /// <param name="cancellationToken">Cancels all calls.</param>
    /// <returns>The vectors in the order of the texts.</returns>
    /// <exception cref="ArgumentException">There is no text, a text is blank or longer than the model takes, or the model does not offer the
    /// length.</exception>
    /// <exception cref="BedrockException">A call failed; the others are cancelled.</exception>
    public static Task<EmbeddingResult> EmbedAsync<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        IEnumerable<string> texts,
        EmbeddingPurpose kind = EmbeddingPurpose.Document,
        int? dimensions = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        EmbeddingContent[] contents = [.. texts.Select(static t => new EmbeddingContent(t))];
        return EmbedAsync(EmbeddingCaller.Create(client, model, kind, dimensions, options), contents, nameof(texts), cancellationToken);
    }

    /// <inheritdoc cref="EmbedAsync{TRequest, TResponse}(IBedrockClient, EmbeddingModel{TRequest, TResponse}, IEnumerable{string}, EmbeddingPurpose, int?,
    /// InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<EmbeddingResult> EmbedAsync<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        IEnumerable<string> texts,
        CancellationToken cancellationToken) =>
        client.EmbedAsync(model, texts, EmbeddingPurpose.Document, null, null, cancellationToken);

    /// <summary>Embeds one text: <c>EmbedTextAsync</c> with all that is told of the call.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model, such as <c>TitanModels.EmbedTextV2</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="kind">What the vector is for.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>One vector.</returns>
    /// <exception cref="ArgumentException">The text is blank or longer than the model takes.</exception>
    /// <exception cref="BedrockException">The call failed.</exception>
    public static Task<EmbeddingResult> EmbedAsync<TRequest, TResponse>(
        this IBedrockClient client, EmbeddingModel<TRequest, TResponse> model, string text, EmbeddingPurpose kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(text);
        return client.EmbedAsync(model, [text], kind, null, null, cancellationToken);
    }

    /// <inheritdoc cref="EmbedAsync{TRequest, TResponse}(IBedrockClient, EmbeddingModel{TRequest, TResponse}, string, EmbeddingPurpose, CancellationToken)"/>
    public static Task<EmbeddingResult> EmbedAsync<TRequest, TResponse>(
        this IBedrockClient client, EmbeddingModel<TRequest, TResponse> model, string text, EmbeddingPurpose kind) =>
        client.EmbedAsync(model, text, kind, CancellationToken.None);

    /// <inheritdoc cref="EmbedAsync{TRequest, TResponse}(IBedrockClient, EmbeddingModel{TRequest, TResponse}, string, EmbeddingPurpose, CancellationToken)"/>
    public static Task<EmbeddingResult> EmbedAsync<TRequest, TResponse>(
        this IBedrockClient client, EmbeddingModel<TRequest, TResponse> model, string text) =>
        client.EmbedAsync(model, text, EmbeddingPurpose.Document, CancellationToken.None);

    /// <summary>Embeds one text, such as a question.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model, such as <c>CohereEmbedModels.V4</c>.</param>
    /// <param name="text">The text.</param>
    /// <param name="kind">What the vector is for.</param>
    /// <param name="dimensions">The length of the vector; the model's default when null.</param>
    /// <param name="options">Settings of the call.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The vector.</returns>
    /// <exception cref="ArgumentException">The text is blank or longer than the model takes, or the model does not offer the length.</exception>
    /// <exception cref="BedrockException">The call failed.</exception>
    public static async Task<ReadOnlyMemory<float>> EmbedTextAsync<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        string text,
        EmbeddingPurpose kind = EmbeddingPurpose.Document,
        int? dimensions = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        EmbeddingResult result = await client.EmbedAsync(model, [text], kind, dimensions, options, cancellationToken).ConfigureAwait(false);
        return result.Vectors[0];
    }

    /// <inheritdoc cref="EmbedTextAsync{TRequest, TResponse}(IBedrockClient, EmbeddingModel{TRequest, TResponse}, string, EmbeddingPurpose, int?,
    /// InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<ReadOnlyMemory<float>> EmbedTextAsync<TRequest, TResponse>(
        this IBedrockClient client, EmbeddingModel<TRequest, TResponse> model, string text, CancellationToken cancellationToken) =>
        client.EmbedTextAsync(model, text, EmbeddingPurpose.Document, null, null, cancellationToken);

    /// <summary>Embeds images: as many calls as the model needs, some of them at once.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">A model that takes images, such as <c>TitanModels.EmbedImageV1</c>.</param>
    /// <param name="images">The images.</param>
    /// <param name="kind">What the vectors are for.</param>
    /// <param name="dimensions">The length of the vectors; the model's default when null.</param>
    /// <param name="options">Settings of each call.</param>
    /// <param name="cancellationToken">Cancels all calls.</param>
    /// <returns>The vectors in the order of the images.</returns>
    /// <exception cref="ArgumentException">There is no image, the model takes none or not of that format or size, or does not offer the length.</exception>
    /// <exception cref="BedrockException">A call failed; the others are cancelled.</exception>
    public static Task<EmbeddingResult> EmbedImagesAsync<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        IEnumerable<BedrockImage> images,
        EmbeddingPurpose kind = EmbeddingPurpose.Document,
        int? dimensions = null,
        InvokeOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(images);
        EmbeddingContent[] contents = [.. images.Select(static i => new EmbeddingContent(i))];
        return EmbedAsync(EmbeddingCaller.Create(client, model, kind, dimensions, options), contents, nameof(images), cancellationToken);
    }

    /// <inheritdoc cref="EmbedImagesAsync{TRequest, TResponse}(IBedrockClient, EmbeddingModel{TRequest, TResponse}, IEnumerable{BedrockImage},
    /// EmbeddingPurpose, int?, InvokeOptions, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static Task<EmbeddingResult> EmbedImagesAsync<TRequest, TResponse>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        IEnumerable<BedrockImage> images,
        CancellationToken cancellationToken) =>
        client.EmbedImagesAsync(model, images, EmbeddingPurpose.Document, null, null, cancellationToken);

    /// <summary>
    /// Embeds a stream of items of any length: batches as the model takes them, many calls at once but fewer under throttling, in constant memory,
    /// resumable from a checkpoint.
    /// </summary>
    /// <remarks>Nothing is read or sent before the run is enumerated. <c>docs/embeddings.md</c> has the whole story.</remarks>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <typeparam name="T">What is embedded; of anything but <see cref="string"/>, <see cref="EmbeddingPipelineOptions{T}.Text"/> or
    /// <see cref="EmbeddingPipelineOptions{T}.Image"/> tells the content.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model, such as <c>CohereEmbedModels.V4</c>.</param>
    /// <param name="items">The items.</param>
    /// <param name="options">How to go about it; null takes strings as texts.</param>
    /// <param name="cancellationToken">Cancels everything.</param>
    /// <returns>The run: enumerate it once.</returns>
    /// <exception cref="ArgumentException">The options do not fit together, or do not fit the model.</exception>
    public static EmbeddingRun<T> EmbedManyAsync<TRequest, TResponse, T>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        IAsyncEnumerable<T> items,
        EmbeddingPipelineOptions<T>? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(items);
        EmbeddingPipelineOptions<T> settings = (options ?? new()).Checked(model);

        // The pipeline makes its own attempts: an attempt hidden inside a call would neither lower the concurrency nor give up its place.
        var caller = EmbeddingCaller.Create(client, model, settings.Purpose, settings.Dimensions, WithOneAttempt(settings.InvokeOptions));
        return new EmbeddingRun<T>(caller, items, settings, cancellationToken);
    }

    /// <inheritdoc cref="EmbedManyAsync{TRequest, TResponse, T}(IBedrockClient, EmbeddingModel{TRequest, TResponse}, IAsyncEnumerable{T},
    /// EmbeddingPipelineOptions{T}, CancellationToken)"/>
    [OverloadResolutionPriority(-1)]
    public static EmbeddingRun<T> EmbedManyAsync<TRequest, TResponse, T>(
        this IBedrockClient client,
        EmbeddingModel<TRequest, TResponse> model,
        IAsyncEnumerable<T> items,
        CancellationToken cancellationToken) =>
        client.EmbedManyAsync(model, items, null, cancellationToken);

    private static InvokeOptions WithOneAttempt(InvokeOptions? options)
    {
        InvokeOptions copy = options?.Copy() ?? new InvokeOptions();
        copy.MaxAttempts = 1;
        copy.HasFreeRepeats = true;
        return copy;
    }

    private static async Task<EmbeddingResult> EmbedAsync(EmbeddingCaller caller, EmbeddingContent[] contents, string parameter,
        CancellationToken cancellationToken)
    {
        if (contents.Length == 0)
        {
            throw new ArgumentException("There is nothing to embed.", parameter);
        }

        for (int i = 0; i < contents.Length; i++)
        {
            if (caller.FaultOf(contents[i]) is { } fault)
            {
                throw new ArgumentException($"Item {i} {fault}", parameter);
            }
        }

        List<Range> batches = caller.Limits.Cut(contents);
        var vectors = new ReadOnlyMemory<float>[contents.Length];
        var usage = new UsageSum();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = CallsAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(batches, parallel, async (range, token) =>
        {
            (IReadOnlyList<ReadOnlyMemory<float>> part, TokenUsage? tokens) = await caller.CallAsync(contents.AsMemory(range), token).ConfigureAwait(false);
            usage.Add(tokens);
            for (int i = 0; i < part.Count; i++)
            {
                vectors[range.Start.Value + i] = part[i];
            }
        }).ConfigureAwait(false);
        caller.RequireOneLength(vectors);
        return new EmbeddingResult(vectors, usage.Total, batches.Count);
    }
}
