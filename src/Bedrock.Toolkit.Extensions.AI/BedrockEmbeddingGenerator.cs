using System.Text.Json;
using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>An embedding model of Bedrock as an <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/>. Thread-safe.</summary>
/// <typeparam name="TInput">A text, or a content that is a text or an image.</typeparam>
/// <typeparam name="TRequest">The model's request.</typeparam>
/// <typeparam name="TResponse">The model's response.</typeparam>
internal class BedrockEmbeddingGenerator<TInput, TRequest, TResponse>(
    IBedrockClient client,
    EmbeddingModel<TRequest, TResponse> model,
    BedrockEmbeddingGeneratorOptions settings) : IEmbeddingGenerator<TInput, Embedding<float>>
{
    private const string Purpose = "Purpose";

    private readonly CallObserver _observer = new(client);

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<TInput> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        return GenerateItemsAsync(values, options, cancellationToken);
    }

    protected async Task<GeneratedEmbeddings<Embedding<float>>> GenerateItemsAsync<T>(
        IEnumerable<T> values,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellationToken)
    {
        EmbeddingModel<TRequest, TResponse> called = string.IsNullOrEmpty(options?.ModelId) ? model
            : model.WithId(ModelFamilies.CheckEmbedding(options.ModelId, model.Id, typeof(TRequest)));
        InvokeOptions? invokeOptions = _observer.Options(settings.InvokeOptions);
        ChatWarnings warnings = WarningsOf(options);
        object?[] items = [.. values.Select((value, i) => ContentOf(value, i))];
        if (items.Length == 0)
        {
            return [];
        }

        var vectors = new ReadOnlyMemory<float>[items.Length];
        long? tokens = null;
        if (options?.RawRepresentationFactory?.Invoke(this) is TRequest raw)
        {
            TResponse response = await client.InvokeAsync(called, raw, invokeOptions, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ReadOnlyMemory<float>> read = called.ReadVectors(response);
            if (read.Count != items.Length)
            {
                throw new InvalidOperationException($"The request of RawRepresentationFactory gave {read.Count} vectors for {items.Length} values.");
            }

            read.ToArray().CopyTo(vectors, 0);
            tokens = (response as BedrockResponse)?.Metadata?.InputTokens;
        }
        else
        {
            EmbeddingPurpose purpose = PurposeOf(options);
            int? dimensions = options?.Dimensions ?? settings.Dimensions;
            tokens = Sum(tokens,
                await EmbedAsync(items, vectors, (string[] texts) => client.EmbedAsync(called, texts, purpose, dimensions, invokeOptions, cancellationToken))
                    .ConfigureAwait(false));
            tokens = Sum(tokens,
                await EmbedAsync(items, vectors,
                    (BedrockImage[] images) => client.EmbedImagesAsync(called, images, purpose, dimensions, invokeOptions, cancellationToken))
                    .ConfigureAwait(false));
        }

        return ToEmbeddings(vectors, tokens, called.Id.Value, warnings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata()
            : serviceType == typeof(BedrockEmbeddingGeneratorOptions) ? settings
            : serviceType.IsInstanceOfType(this) ? this
            : serviceType.IsInstanceOfType(client) ? client
            : serviceType.IsInstanceOfType(model) ? model
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The client belongs to the caller.
        GC.SuppressFinalize(this);
    }

    private static async Task<int?> EmbedAsync<T>(object?[] items, ReadOnlyMemory<float>[] vectors, Func<T[], Task<EmbeddingResult>> embed)
    {
        int[] places = [.. Enumerable.Range(0, items.Length).Where(i => items[i] is T)];
        if (places.Length == 0)
        {
            return null;
        }

        EmbeddingResult result = await embed([.. places.Select(i => (T)items[i]!)]).ConfigureAwait(false);
        for (int i = 0; i < places.Length; i++)
        {
            vectors[places[i]] = result.Vectors[i];
        }

        return result.Usage?.InputTokens;
    }

    private static long? Sum(long? one, int? other) => one is null && other is null ? null : (one ?? 0) + (other ?? 0);

    private static object ContentOf<T>(T value, int index) => value switch
    {
        string text => text,
        TextContent text => text.Text,
        DataContent data => new BedrockImage(data.Data),
        null => throw new ArgumentException($"values[{index}] is null.", "values"),
        _ => throw new NotSupportedException(
            $"values[{index}] is a {value.GetType().Name}: an embedding is made of a TextContent or of an image as a DataContent."),
    };

    private EmbeddingPurpose PurposeOf(EmbeddingGenerationOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Purpose) switch
    {
        null => settings.Purpose,
        EmbeddingPurpose purpose => purpose,
        string text when Enum.TryParse(text, ignoreCase: true, out EmbeddingPurpose purpose) && Enum.IsDefined(purpose) => purpose,
        JsonElement { ValueKind: JsonValueKind.String } json when Enum.TryParse(json.GetString(), ignoreCase: true, out EmbeddingPurpose purpose)
            && Enum.IsDefined(purpose) => purpose,
        var other => throw new ArgumentException($"AdditionalProperties[\"{Purpose}\"] must be an EmbeddingPurpose, \"Document\" or \"Query\"; it is {other}.",
            nameof(options)),
    };

    private static ChatWarnings WarningsOf(EmbeddingGenerationOptions? options)
    {
        var warnings = new ChatWarnings();
        foreach (string name in (options?.AdditionalProperties ?? []).Keys.Where(name => name != Purpose))
        {
            warnings.Add(
                $"EmbeddingGenerationOptions.AdditionalProperties[\"{name}\"] was left out: a request of the model's own goes through "
                    + "RawRepresentationFactory.");
        }

        return warnings;
    }

    private EmbeddingGeneratorMetadata Metadata()
    {
        _observer.Watched();
        int? dimensions = settings.Dimensions ?? (model.Dimensions is [var first, ..] ? first : null);
        return new EmbeddingGeneratorMetadata("aws.bedrock", _observer.Address, model.Id.Value, dimensions);
    }

    private GeneratedEmbeddings<Embedding<float>> ToEmbeddings(ReadOnlyMemory<float>[] vectors, long? tokens, string modelId, ChatWarnings warnings)
    {
        DateTimeOffset created = settings.TimeProvider.GetUtcNow();
        AdditionalPropertiesDictionary? properties = null;
        warnings.PutInto(ref properties);
        return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = modelId, CreatedAt = created }))
        {
            Usage = tokens is null ? null : new UsageDetails { InputTokenCount = tokens, TotalTokenCount = tokens },
            AdditionalProperties = properties,
        };
    }
}
