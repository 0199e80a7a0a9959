using Bedrock.Toolkit;

namespace Microsoft.Extensions.AI;

/// <summary>Turns what Microsoft.Extensions.AI asks for into what every image model of the library takes; what has no place is an error, never
/// dropped.</summary>
internal static class BedrockImageInput
{
    public const string NegativePrompt = "NegativePrompt";
    public const string Seed = "Seed";
    public const string Mask = "Mask";
    public const string Strength = "Strength";

    /// <summary>The input of one of the calls that a request takes.</summary>
    /// <param name="request">The request.</param>
    /// <param name="options">Its options.</param>
    /// <param name="count">How many images this call makes.</param>
    /// <param name="made">How many the calls before it make: a seed goes on from there, as it does within a call.</param>
    public static ImageInput From(ImageGenerationRequest request, ImageGenerationOptions? options, int count, int made)
    {
        if (options?.ResponseFormat is not (null or ImageGenerationResponseFormat.Data))
        {
            throw new NotSupportedException(
                $"ImageGenerationOptions.ResponseFormat is {options.ResponseFormat}, but Bedrock answers with the images themselves: use Data.");
        }

        if (options?.StreamingCount is > 0)
        {
            throw new NotSupportedException("ImageGenerationOptions.StreamingCount is set, but Bedrock does not stream images: leave it null.");
        }

        return new ImageInput
        {
            Prompt = request.Prompt,
            Images = [.. (request.OriginalImages ?? []).Select(ToImage)],
            Count = count,
            Size = options?.ImageSize is { } size ? new ImageSize(size.Width, size.Height) : null,
            MediaType = options?.MediaType,
            NegativePrompt = Property<string>(options, NegativePrompt),
            Seed = SeedOf(options) + made,
            Strength = StrengthOf(options),
            Mask = options?.AdditionalProperties?.GetValueOrDefault(Mask) switch
            {
                null => null,
                BedrockImage image => image,
                AIContent content => ToImage(content),
                var other => throw Wrong(Mask, "a DataContent or a BedrockImage", other),
            },
        };
    }

    private static BedrockImage ToImage(AIContent content) => content is DataContent data
        ? new BedrockImage(data.Data)
        : throw new NotSupportedException($"An original image is a {content.GetType().Name}; Bedrock takes the bytes of an image, so give a DataContent.");

    private static long? SeedOf(ImageGenerationOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Seed) switch
    {
        null => null,
        int seed => seed,
        long seed => seed,
        var other => throw Wrong(Seed, "an integer", other),
    };

    private static double? StrengthOf(ImageGenerationOptions? options) => options?.AdditionalProperties?.GetValueOrDefault(Strength) switch
    {
        null => null,
        double strength => strength,
        float strength => ChatJson.ToDouble(strength),
        int strength => strength,
        var other => throw Wrong(Strength, "a number", other),
    };

    private static T? Property<T>(ImageGenerationOptions? options, string name)
        where T : class => options?.AdditionalProperties?.GetValueOrDefault(name) switch
        {
            null => null,
            T value => value,
            var other => throw Wrong(name, $"a {typeof(T).Name}", other),
        };

    private static ArgumentException Wrong(string name, string expected, object found) =>
        new($"AdditionalProperties[\"{name}\"] must be {expected}; it is a {found.GetType().Name}.", "options");
}
