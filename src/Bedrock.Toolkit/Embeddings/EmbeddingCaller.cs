using System.Numerics.Tensors;

namespace Bedrock.Toolkit;

/// <summary>Makes one call with some contents, whatever the model's types are, and checks what comes back. Thread-safe.</summary>
internal sealed class EmbeddingCaller
{
    private readonly Func<EmbeddingInput, CancellationToken, Task<(IReadOnlyList<ReadOnlyMemory<float>> Vectors, TokenUsage? Usage)>> _call;
    private readonly EmbeddingPurpose _purpose;
    private readonly int? _dimensions;

    private EmbeddingCaller(
        IEmbeddingModel model,
        EmbeddingPurpose purpose,
        int? dimensions,
        Func<EmbeddingInput, CancellationToken, Task<(IReadOnlyList<ReadOnlyMemory<float>> Vectors, TokenUsage? Usage)>> call)
    {
        if (dimensions < 1)
        {
            throw new ArgumentException($"dimensions is {dimensions}; it must be 1 or more.", nameof(dimensions));
        }

        if (dimensions is { } wanted && model.Dimensions.Count > 0 && !model.Dimensions.Contains(wanted))
        {
            throw new ArgumentException($"dimensions is {wanted}, but {model.Id} offers {string.Join(", ", model.Dimensions)}.", nameof(dimensions));
        }

        Model = model;
        Limits = BatchLimits.Of(model);
        _purpose = purpose;
        _dimensions = dimensions;
        _call = call;
    }

    public IEmbeddingModel Model { get; }

    public BatchLimits Limits { get; }

    public static EmbeddingCaller Create<TRequest, TResponse>(
        IBedrockClient client, EmbeddingModel<TRequest, TResponse> model, EmbeddingPurpose purpose, int? dimensions, InvokeOptions? options) =>
        new(model, purpose, dimensions, async (input, cancellationToken) =>
        {
            TRequest request = model.CreateRequest(input);
            TResponse response = await client.InvokeAsync(model, request, options, cancellationToken).ConfigureAwait(false);
            return (model.ReadVectors(response), (response as BedrockResponse)?.TokenUsage);
        });

    /// <summary>Why the model cannot embed a content, as the end of a sentence; null when it may.</summary>
    public string? FaultOf(EmbeddingContent content)
    {
        if (content.Image is not null)
        {
            return Limits.MaxImages == 0 ? $"is an image, but {Model.Id} takes only texts." : null;
        }

        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return "is blank; every item needs a text or an image.";
        }

        if (HasHalfAPair(content.Text))
        {
            return "holds half of a surrogate pair, which is no text: was it cut between two characters of one sign?";
        }

        return Model.MaxTextCharacters is { } most && CharacterCount.Exceeds(content.Text, most)
            ? $"is longer than {most} characters, the most that {Model.Id} takes."
            : null;
    }

    private static bool HasHalfAPair(ReadOnlySpan<char> text)
    {
        for (int at; (at = text.IndexOfAnyInRange('\ud800', '\udfff')) >= 0; text = text[(at + 2)..])
        {
            if (at + 1 >= text.Length || !char.IsSurrogatePair(text[at], text[at + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Embeds some contents of one kind in one call.</summary>
    /// <exception cref="ArgumentException">The model does not take a content.</exception>
    /// <exception cref="BedrockException">The call failed, or the answer has the wrong number of vectors, or vectors that are none.</exception>
    public async Task<(IReadOnlyList<ReadOnlyMemory<float>> Vectors, TokenUsage? Usage)> CallAsync(
        ReadOnlyMemory<EmbeddingContent> contents, CancellationToken cancellationToken)
    {
        var answer = await _call(InputOf(contents.Span), cancellationToken).ConfigureAwait(false);
        if (answer.Vectors.Count != contents.Length)
        {
            throw new BedrockProtocolException($"The answer holds {answer.Vectors.Count} vectors for {contents.Length} inputs.") { ModelId = Model.Id.Value };
        }

        for (int i = 0; i < answer.Vectors.Count; i++)
        {
            Check(answer.Vectors[i].Span, i);
        }

        return answer;
    }

    /// <summary>Requires vectors of several calls to have one length.</summary>
    public void RequireOneLength(ReadOnlySpan<ReadOnlyMemory<float>> vectors)
    {
        foreach (ReadOnlyMemory<float> vector in vectors)
        {
            if (vector.Length != vectors[0].Length)
            {
                throw new BedrockProtocolException(
                    $"The answers hold vectors of {vectors[0].Length} and of {vector.Length} numbers.") { ModelId = Model.Id.Value };
            }
        }
    }

    private void Check(ReadOnlySpan<float> vector, int index)
    {
        if (vector.IsEmpty || (_dimensions is { } wanted && vector.Length != wanted))
        {
            throw new BedrockProtocolException(
                $"The vector of input {index} has {vector.Length} "
                    + $"numbers{(_dimensions is null ? string.Empty : $", but {_dimensions} were asked for")}.") { ModelId = Model.Id.Value };
        }

        // One NaN or infinite number makes the sum NaN or infinite; so do numbers near the end of the range, which are no embedding either.
        if (!float.IsFinite(TensorPrimitives.SumOfMagnitudes(vector)))
        {
            throw new BedrockProtocolException($"The vector of input {index} holds NaN or numbers that are not finite.") { ModelId = Model.Id.Value };
        }
    }

    private EmbeddingInput InputOf(ReadOnlySpan<EmbeddingContent> contents)
    {
        var texts = new List<string>();
        var images = new List<BedrockImage>();
        foreach (EmbeddingContent content in contents)
        {
            if (content.Image is { } image)
            {
                images.Add(image);
            }
            else
            {
                texts.Add(content.Text!);
            }
        }

        return new EmbeddingInput { Texts = texts, Images = images, Purpose = _purpose, Dimensions = _dimensions };
    }
}
