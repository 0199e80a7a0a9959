namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse; ranges that the service may change are left to it.</summary>
internal static class CohereEmbedRequestCheck
{
    public const int MaxInputs = 96;
    public const int MaxV3Characters = 2048;
    private const int MaxImageBytes = 5_000_000;

    public static void V3(CohereEmbedRequest request)
    {
        Shared(request);
        string? later = request switch
        {
            { Inputs: not null } => nameof(request.Inputs),
            { OutputDimension: not null } => nameof(request.OutputDimension),
            { MaxTokens: not null } => nameof(request.MaxTokens),
            _ => null,
        };
        if (later is not null)
        {
            throw new ArgumentException($"{later} is set, but Embed v3 does not have it: leave it null, or use Embed v4. The vectors of v3 have 1024 numbers.",
                nameof(request));
        }

        bool images = request.Images is not null;
        if (images != (request.InputType == CohereEmbedInputType.Image))
        {
            throw new ArgumentException(
                images ? "Images is set, so InputType must be 'image' with Embed v3." : "InputType is 'image', but Images is null.", nameof(request));
        }

        if (request.Images is { Count: > 1 })
        {
            throw new ArgumentException($"Images holds {request.Images.Count} images; Embed v3 takes one per call.", nameof(request));
        }

        CheckImages(request, "png", "jpeg");
        for (int i = 0; i < (request.Texts?.Count ?? 0); i++)
        {
            if (CharacterCount.Exceeds(request.Texts![i], MaxV3Characters))
            {
                throw new ArgumentException(
                    $"Texts[{i}] is longer than {MaxV3Characters} characters, the most that Embed v3 takes, whatever Truncate says.", nameof(request));
            }
        }
    }

    public static void V4(CohereEmbedRequest request)
    {
        Shared(request);
        if (request.InputType == CohereEmbedInputType.Image)
        {
            throw new ArgumentException("InputType is 'image', which Embed v4 does not have: say what the vectors are for.", nameof(request));
        }

        if (request.OutputDimension is not (null or 256 or 512 or 1024 or 1536))
        {
            throw new ArgumentException($"OutputDimension is {request.OutputDimension}, but Embed v4 offers 256, 512, 1024 and 1536.", nameof(request));
        }

        if (request.MaxTokens < 1)
        {
            throw new ArgumentException($"MaxTokens is {request.MaxTokens}; it must be 1 or more.", nameof(request));
        }

        CheckImages(request, "png", "jpeg", "webp", "gif");
        CheckInputs(request);
    }

    private static void Shared(CohereEmbedRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrEmpty(request.InputType.Value))
        {
            throw new ArgumentException("InputType has no value; say what the vectors are for.", nameof(request));
        }

        (string Name, int? Count)[] members =
        [
            (nameof(request.Texts), request.Texts?.Count),
            (nameof(request.Images), request.Images?.Count),
            (nameof(request.Inputs), request.Inputs?.Count),
        ];
        (string Name, int? Count)[] set = [.. members.Where(m => m.Count is not null)];
        if (set.Length != 1)
        {
            throw new ArgumentException(
                set.Length == 0
                    ? "Texts, Images and Inputs are all null; the model needs one of them."
                    : $"{string.Join(" and ", set.Select(m => m.Name))} are set; a call takes only one of Texts, Images and Inputs.",
                nameof(request));
        }

        if (set[0].Count is < 1 or > MaxInputs)
        {
            throw new ArgumentException($"{set[0].Name} holds {set[0].Count} items; a call takes 1 to {MaxInputs}.", nameof(request));
        }

        for (int i = 0; i < (request.Texts?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(request.Texts![i]))
            {
                throw new ArgumentException($"Texts[{i}] is blank; the model needs a text.", nameof(request));
            }
        }

        if (request.EmbeddingTypes is { Count: 0 } || request.EmbeddingTypes?.Contains(default) == true)
        {
            throw new ArgumentException("EmbeddingTypes is empty or holds a default value: name at least one type, or leave it null for float.",
                nameof(request));
        }
    }

    private static void CheckImages(CohereEmbedRequest request, params ReadOnlySpan<string> formats)
    {
        for (int i = 0; i < (request.Images?.Count ?? 0); i++)
        {
            CheckImage(request.Images![i], $"Images[{i}]", formats);
        }
    }

    private static void CheckInputs(CohereEmbedRequest request)
    {
        for (int i = 0; i < (request.Inputs?.Count ?? 0); i++)
        {
            IList<CohereEmbedPart>? content = request.Inputs![i]?.Content;
            if (content is null or { Count: 0 })
            {
                throw new ArgumentException($"Inputs[{i}].Content is empty; an input needs a text or an image.", nameof(request));
            }

            for (int j = 0; j < content.Count; j++)
            {
                string member = $"Inputs[{i}].Content[{j}]";
                switch (content[j])
                {
                    case null:
                        throw new ArgumentException($"{member} is null.", nameof(request));
                    case CohereEmbedTextPart text when string.IsNullOrWhiteSpace(text.Text):
                        throw new ArgumentException($"{member}.Text is blank; the model needs a text.", nameof(request));
                    case CohereEmbedImagePart image:
                        CheckImage(image.ImageUrl?.Url, $"{member}.ImageUrl", "png", "jpeg", "webp", "gif");
                        break;
                    default:
                        break;
                }
            }
        }
    }

    private static void CheckImage(CohereEmbedImage? image, string member, params ReadOnlySpan<string> formats)
    {
        if (image is null)
        {
            throw new ArgumentException($"{member} is null.", "request");
        }

        // What came from the wire as another kind of text is the caller's own affair.
        if (image.OtherUrl is null)
        {
            ImageChecks.Require(image.Bytes, member, MaxImageBytes, formats);
        }
    }
}
