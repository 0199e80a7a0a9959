namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse, or what would not even be JSON; ranges that the service may change are left to it.</summary>
internal static class TitanRequestChecks
{
    private const int MaxEmbedCharacters = 50_000;
    private const int MaxImageBytes = 25_000_000;

    public static void Text(TitanTextRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireText(request.InputText, nameof(request));
        if (request.TextGenerationConfig is not { } config)
        {
            return;
        }

        if (config.MaxTokenCount < 0)
        {
            throw new ArgumentException("TextGenerationConfig.MaxTokenCount is negative; it must be 0 or more.", nameof(request));
        }

        FamilyChecks.RequireFinite(config.Temperature, "TextGenerationConfig.Temperature");
        FamilyChecks.RequireFinite(config.TopP, "TextGenerationConfig.TopP");
        if (config.StopSequences?.Contains(null!) == true)
        {
            throw new ArgumentException("TextGenerationConfig.StopSequences holds null; every stop sequence must be a text.", nameof(request));
        }
    }

    public static void EmbedTextV1(TitanEmbedTextRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireText(request.InputText, nameof(request));
        string? extra = request switch
        {
            { Dimensions: not null } => nameof(request.Dimensions),
            { Normalize: not null } => nameof(request.Normalize),
            { EmbeddingTypes: not null } => nameof(request.EmbeddingTypes),
            _ => null,
        };
        if (extra is not null)
        {
            throw new ArgumentException(
                $"{extra} is set, but Titan Embeddings G1 - Text (V1) takes only inputText: leave it null, or use Titan Text Embeddings V2.", nameof(request));
        }
    }

    public static void EmbedTextV2(TitanEmbedTextRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireText(request.InputText, nameof(request));
        if (CharacterCount.Exceeds(request.InputText, MaxEmbedCharacters))
        {
            throw new ArgumentException("InputText is longer than 50,000 characters, the most that Titan Text Embeddings V2 takes.", nameof(request));
        }

        if (request.Dimensions is not (null or 256 or 512 or 1024))
        {
            throw new ArgumentException($"Dimensions is {request.Dimensions}, but Titan Text Embeddings V2 offers 256, 512 and 1024.", nameof(request));
        }

        if (request.EmbeddingTypes is { Count: 0 })
        {
            throw new ArgumentException("EmbeddingTypes is empty: name at least one type, or leave it null for float.", nameof(request));
        }

        if (request.EmbeddingTypes?.Contains(default) == true)
        {
            throw new ArgumentException("EmbeddingTypes holds a default TitanEmbeddingType, which has no value to send.", nameof(request));
        }
    }

    public static void EmbedImage(TitanEmbedImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.InputText is null && request.InputImage is null)
        {
            throw new ArgumentException("InputText and InputImage are both null; the model needs a text, an image, or both.", nameof(request));
        }

        if (request.InputText is not null)
        {
            RequireText(request.InputText, nameof(request));
        }

        if (request.InputImage is { } image)
        {
            ImageChecks.Require(image, "InputImage", MaxImageBytes, "png", "jpeg", "gif", "webp");
        }

        if (request.EmbeddingConfig?.OutputEmbeddingLength is { } length and not (256 or 384 or 1024))
        {
            throw new ArgumentException(
                $"EmbeddingConfig.OutputEmbeddingLength is {length}, but Titan Multimodal Embeddings offers 256, 384 and 1024.", nameof(request));
        }
    }

    private static void RequireText(string? inputText, string parameter)
    {
        if (string.IsNullOrWhiteSpace(inputText))
        {
            throw new ArgumentException("InputText is blank; the model needs a text.", parameter);
        }
    }
}
