namespace Bedrock.Toolkit.Models;

/// <summary>What the service would surely refuse; ranges that the service may change are left to it.</summary>
internal static class MarengoRequestCheck
{
    private const int MaxImageBytes = 5_000_000;

    public static void Embed30(MarengoRequest request)
    {
        Embed30Async(request);
        RequireAtOnce(request.InputType);
    }

    /// <summary>Checks the input of an asynchronous call, which takes sound and video too.</summary>
    public static void Embed30Async(MarengoRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireType(request.InputType);
        (string Type, string Name, bool Set)[] members =
        [
            ("text", nameof(request.Text), request.Text is not null),
            ("image", nameof(request.Image), request.Image is not null),
            ("text_image", nameof(request.TextImage), request.TextImage is not null),
            ("audio", nameof(request.Audio), request.Audio is not null),
            ("video", nameof(request.Video), request.Video is not null),
            ("multi_input", nameof(request.MultiInput), request.MultiInput is not null),
        ];
        foreach ((string type, string name, bool set) in members)
        {
            if (set != (request.InputType.Value == type))
            {
                throw new ArgumentException(
                    set ? $"{name} is set, but InputType is '{request.InputType}'." : $"InputType is '{type}', but {name} is null.", nameof(request));
            }
        }

        if (request.Text is { } text)
        {
            RequireText(text.InputText, "Text.InputText");
        }

        if (request.Image is { } image)
        {
            Image(image.MediaSource, "Image.MediaSource");
        }

        if (request.TextImage is { } both)
        {
            RequireText(both.InputText, "TextImage.InputText");
            Image(both.MediaSource, "TextImage.MediaSource");
        }

        if (request.MultiInput is { } multi)
        {
            MultiInput(multi);
        }
    }

    public static void Embed27(Marengo27Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireAtOnce(request.InputType);
        Embed27Async(request);
    }

    /// <summary>Checks the input of an asynchronous call, which takes sound and video too.</summary>
    public static void Embed27Async(Marengo27Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequireType(request.InputType);
        bool isText = request.InputType == MarengoInputType.Text;
        if (isText != request.InputText is not null || isText == request.MediaSource is not null)
        {
            throw new ArgumentException(
                $"InputType is '{request.InputType}', so "
                    + $"{(isText ? "InputText must be set and MediaSource null" : "MediaSource must be set and InputText null")}.", nameof(request));
        }

        if (isText)
        {
            RequireText(request.InputText, nameof(request.InputText));
        }
        else if (request.InputType == MarengoInputType.Image)
        {
            Image(request.MediaSource, nameof(request.MediaSource));
        }
    }

    private static void MultiInput(MarengoMultiInput multi)
    {
        if (multi.MediaSources.Count == 0)
        {
            throw new ArgumentException("MultiInput.MediaSources is empty; the model needs at least one image.", "request");
        }

        for (int i = 0; i < multi.MediaSources.Count; i++)
        {
            MarengoNamedSource source = multi.MediaSources[i] ?? throw new ArgumentException($"MultiInput.MediaSources[{i}] is null.", "request");
            Image(source.Bytes, source.S3Location, $"MultiInput.MediaSources[{i}]");
        }
    }

    private static void Image(MarengoMediaSource? source, string member) => Image(source?.Bytes, source?.S3Location, member);

    private static void Image(ReadOnlyMemory<byte>? bytes, MarengoS3Location? location, string member)
    {
        if ((bytes is null) == (location is null))
        {
            throw new ArgumentException($"{member} must have exactly one of Bytes and S3Location.", "request");
        }

        if (bytes is { } image)
        {
            ImageChecks.Require(image, member + ".Bytes", MaxImageBytes, "png", "jpeg", "gif", "webp");
        }
    }

    private static void RequireType(MarengoInputType type)
    {
        if (string.IsNullOrEmpty(type.Value))
        {
            throw new ArgumentException("InputType has no value; say what is embedded.", "request");
        }
    }

    private static void RequireAtOnce(MarengoInputType type)
    {
        if (type == MarengoInputType.Audio || type == MarengoInputType.Video)
        {
            throw new ArgumentException($"InputType is '{type}', which only an asynchronous call takes.", "request");
        }
    }

    private static void RequireText(string? text, string member)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{member} is blank; the model needs a text.", "request");
        }
    }
}
