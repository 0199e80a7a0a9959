using Bedrock.Toolkit;
using Bedrock.Toolkit.Models;

namespace Microsoft.Extensions.AI;

/// <summary>Finds the descriptor of an embedding or image model by its id, for ids that come from configuration. Stateless and thread-safe.</summary>
/// <remarks>Only who gives an id instead of a descriptor links all of these families.</remarks>
internal static class ModelFamilies
{
    private const string Advice = "an id that hides its model, or a newer one, goes by its descriptor's FromId, such as TitanModels.EmbedTextV2FromId(id)";

    // Prefix of the bare id, the request of the model, and its name.
    private static readonly (string Prefix, Type Request, string Family)[] EmbeddingFamilies =
    [
        ("amazon.titan-embed-text-v1", typeof(TitanEmbedTextRequest), "Titan Text Embeddings V1"),
        ("amazon.titan-embed-g1-text", typeof(TitanEmbedTextRequest), "Titan Text Embeddings V1"),
        ("amazon.titan-embed-text-v2", typeof(TitanEmbedTextRequest), "Titan Text Embeddings V2"),
        ("amazon.titan-embed-image", typeof(TitanEmbedImageRequest), "Titan Multimodal Embeddings"),
        ("cohere.embed-english-v3", typeof(CohereEmbedRequest), "Cohere Embed 3"),
        ("cohere.embed-multilingual-v3", typeof(CohereEmbedRequest), "Cohere Embed 3"),
        ("cohere.embed-v4", typeof(CohereEmbedRequest), "Cohere Embed 4"),
        ("amazon.nova-2-multimodal-embeddings", typeof(NovaEmbedRequest), "Nova Multimodal Embeddings"),
        ("twelvelabs.marengo-embed-3", typeof(MarengoRequest), "Marengo 3"),
        ("twelvelabs.marengo-embed-2-7", typeof(Marengo27Request), "Marengo 2.7"),
    ];

    private static readonly (string Prefix, string Family)[] ImageFamilies =
    [
        ("amazon.titan-image-generator", "Titan Image"),
        ("amazon.nova-canvas", "Nova Canvas"),
        ("stability.sd3", "Stable Diffusion 3"),
        ("stability.stable-image-core", "Stable Image Core"),
        ("stability.stable-image-ultra", "Stable Image Ultra"),
        ("stability.stable-diffusion-xl", "Stable Diffusion XL"),
    ];

    /// <summary>A generator of vectors for an id.</summary>
    /// <exception cref="ArgumentException">The id shows no embedding model that is known.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> Embedding(IBedrockClient client, ModelId id, BedrockEmbeddingGeneratorOptions options) =>
        EmbeddingFamilyOf(id) switch
        {
            "Titan Text Embeddings V1" => client.AsIEmbeddingGenerator(TitanModels.EmbedTextV1FromId(id), options),
            "Titan Text Embeddings V2" => client.AsIEmbeddingGenerator(TitanModels.EmbedTextV2FromId(id), options),
            null => throw NoFamily(id, "embedding model"),
            _ => (IEmbeddingGenerator<string, Embedding<float>>)Contents(client, id, options),
        };

    /// <summary>A generator of vectors for texts and images for an id.</summary>
    /// <exception cref="ArgumentException">The id shows no embedding model that is known and takes images.</exception>
    public static IEmbeddingGenerator<AIContent, Embedding<float>> Contents(IBedrockClient client, ModelId id, BedrockEmbeddingGeneratorOptions options) =>
        EmbeddingFamilyOf(id) switch
        {
            "Titan Multimodal Embeddings" => client.AsIContentEmbeddingGenerator(TitanModels.EmbedImageV1FromId(id), options),
            "Cohere Embed 3" => client.AsIContentEmbeddingGenerator(CohereEmbedModels.V3FromId(id), options),
            "Cohere Embed 4" => client.AsIContentEmbeddingGenerator(CohereEmbedModels.V4FromId(id), options),
            "Nova Multimodal Embeddings" => client.AsIContentEmbeddingGenerator(NovaEmbedModels.FromId(id), options),
            "Marengo 2.7" => client.AsIContentEmbeddingGenerator(MarengoModels.Embed27FromId(id), options),
            "Marengo 3" => client.AsIContentEmbeddingGenerator(MarengoModels.Embed30FromId(id), options),
            _ => throw NoFamily(id, "embedding model that takes images"),
        };

    /// <summary>A generator of images for an id.</summary>
    /// <exception cref="ArgumentException">The id shows no image model that is known.</exception>
    public static IImageGenerator Image(IBedrockClient client, ModelId id) => ImageFamilyOf(id) switch
    {
        "Titan Image" => client.AsIImageGenerator(TitanImageModels.FromId(id)),
        "Nova Canvas" => client.AsIImageGenerator(NovaCanvasModels.FromId(id)),
        "Stable Diffusion XL" => client.AsIImageGenerator(StableDiffusionModels.FromId(id)),
        "Stable Diffusion 3" => client.AsIImageGenerator(StableImageModels.Sd35Large.WithId(id)),
        "Stable Image Core" => client.AsIImageGenerator(StableImageModels.Core11.WithId(id)),
        "Stable Image Ultra" => client.AsIImageGenerator(StableImageModels.Ultra11.WithId(id)),
        _ => throw NoFamily(id, "image model"),
    };

    /// <summary>Refuses the id of a model that takes another body than the one the generator was made for; ids that hide their model pass.</summary>
    /// <exception cref="ArgumentException">The id is that of another family.</exception>
    public static ModelId CheckEmbedding(ModelId id, ModelId own, Type request)
    {
        int index = IndexOf(EmbeddingFamilies, id);
        bool isOther = index >= 0
            ? EmbeddingFamilies[index].Request != request
                || (EmbeddingFamilyOf(own) is { } family && family != EmbeddingFamilies[index].Family)
            : IsOfAnotherKind(id, own);
        return isOther
            ? throw new ArgumentException($"ModelId '{id}' is {NameOf(id, EmbeddingFamilyOf(id))}, but the generator is for {own}: make another one for it.",
                "options")
            : id;
    }

    /// <inheritdoc cref="CheckEmbedding"/>
    public static ModelId CheckImage(ModelId id, ModelId own)
    {
        string? family = ImageFamilyOf(id);
        bool isOther = family is not null ? ImageFamilyOf(own) is { } mine && mine != family : IsOfAnotherKind(id, own);
        return isOther
            ? throw new ArgumentException($"ModelId '{id}' is {NameOf(id, family)}, but the generator is for {own}: make another one for it.", "options")
            : id;
    }

    // The maker of both is known and not the same, or the id is that of a chat model.
    private static bool IsOfAnotherKind(ModelId id, ModelId own) =>
        id.BaseModel is not null && own.BaseModel is not null && (id.Provider != own.Provider || ModelRules.For(id).IsKnown);

    private static string NameOf(ModelId id, string? family) => family ?? (ModelRules.For(id) is { IsKnown: true, Line: var line } ? line : "another model");

    private static string? EmbeddingFamilyOf(ModelId id) => IndexOf(EmbeddingFamilies, id) is >= 0 and int index ? EmbeddingFamilies[index].Family : null;

    private static int IndexOf((string Prefix, Type Request, string Family)[] families, ModelId id) => id.BaseModel is { } model
        ? Array.FindIndex(families, family => model.StartsWith(family.Prefix, StringComparison.Ordinal))
        : -1;

    private static string? ImageFamilyOf(ModelId id) => id.BaseModel is { } model
        ? Array.Find(ImageFamilies, family => model.StartsWith(family.Prefix, StringComparison.Ordinal)).Family
        : null;

    private static ArgumentException NoFamily(ModelId id, string kind) => new(
        ModelRules.For(id) is { IsKnown: true, Line: var line }
            ? $"'{id}' is {line}, a chat model, and no {kind}."
            : $"'{id}' shows no {kind} that this version knows: {Advice}.",
        nameof(id));
}
