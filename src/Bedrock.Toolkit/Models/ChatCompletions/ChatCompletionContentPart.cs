namespace Bedrock.Toolkit.Models;

/// <summary>One part of a message: a closed set, with <see cref="ChatCompletionUnknownPart"/> for what this version does not know.</summary>
/// <remarks>Which parts a model takes is on its card; AWS shows text and images. Source:
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-cards.html</remarks>
[JsonConverter(typeof(ChatCompletionContentPartConverter))]
public abstract partial class ChatCompletionContentPart : BedrockObject
{
    private protected ChatCompletionContentPart() { }

    /// <summary>A text part.</summary>
    /// <param name="text">The text; null stays null.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator ChatCompletionContentPart?(string? text) => text is null ? null : new ChatCompletionTextPart(text);

    /// <summary>An image part.</summary>
    /// <param name="image">The image; null stays null.</param>
    /// <exception cref="ArgumentException">The bytes are no PNG, JPEG, GIF or WebP file.</exception>
    [return: NotNullIfNotNull(nameof(image))]
    public static implicit operator ChatCompletionContentPart?(BedrockImage? image) =>
        image is null ? null : ChatCompletionImagePart.FromBytes(image.Bytes.Span);

    /// <summary>The kind of part on the wire.</summary>
    /// <value>Fixed by the class.</value>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public abstract string Type { get; }
}

/// <summary>Audio; Voxtral. The form on Bedrock is presumed from the vendor's schema.</summary>
public sealed partial class ChatCompletionAudioPart : ChatCompletionContentPart
{
    /// <summary>Audio without a source.</summary>
    public ChatCompletionAudioPart() { }

    /// <summary>Audio from its bytes.</summary>
    /// <param name="data">The bytes of the file, not base64.</param>
    /// <param name="format">Such as <c>wav</c> or <c>mp3</c>.</param>
    public ChatCompletionAudioPart(ReadOnlyMemory<byte> data, string format) =>
        InputAudio = new ChatCompletionInputAudio { Data = data, Format = format };

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "input_audio";

    /// <summary>The audio.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("input_audio"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionInputAudio>))]
    public ChatCompletionInputAudio? InputAudio { get; set; }

    /// <summary>A sound from its bytes.</summary>
    /// <param name="data">The bytes of the file; not copied.</param>
    /// <param name="format">Such as <c>wav</c> or <c>mp3</c>; read from the bytes when null.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, show no format, or another one than <paramref name="format"/> says.</exception>
    public static ChatCompletionAudioPart FromBytes(ReadOnlyMemory<byte> data, string? format = null) =>
        new(data, MediaNames.Choose(MediaClass.Audio, data.Span, format));

    /// <summary>A sound from a file.</summary>
    /// <param name="path">The file, such as <c>voice.wav</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ChatCompletionAudioPart> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
}

/// <summary>A file, such as a PDF; the vendor's schema, unconfirmed on Bedrock.</summary>
public sealed partial class ChatCompletionFilePart : ChatCompletionContentPart
{
    /// <summary>A file without a source.</summary>
    public ChatCompletionFilePart() { }

    /// <summary>A file by its data.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="fileData">A data URL: <c>data:application/pdf;base64,…</c>.</param>
    public ChatCompletionFilePart(string fileName, string fileData) => File = new ChatCompletionFile { FileName = fileName, FileData = fileData };

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "file";

    /// <summary>The file.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("file"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionFile>))]
    public ChatCompletionFile? File { get; set; }

    /// <summary>A document from its bytes.</summary>
    /// <param name="data">The bytes of the file.</param>
    /// <param name="fileName">Its name.</param>
    /// <param name="mediaType">Such as <c>application/pdf</c>; read from bytes and name when null.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, show no format, or another one than <paramref name="mediaType"/> says.</exception>
    public static ChatCompletionFilePart FromBytes(ReadOnlySpan<byte> data, string fileName = "document", string? mediaType = null) =>
        new(fileName, ChatCompletionDataUrl.Of(data, MediaNames.ChooseMediaType(MediaClass.Document, data, mediaType, fileName)));

    /// <summary>A document from a file.</summary>
    /// <param name="path">The file, such as <c>report.pdf</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ChatCompletionFilePart> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await System.IO.File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false), Path.GetFileName(path));
}

/// <summary>An image.</summary>
public sealed partial class ChatCompletionImagePart : ChatCompletionContentPart
{
    /// <summary>An image without a source.</summary>
    public ChatCompletionImagePart() { }

    /// <summary>An image by its URL.</summary>
    /// <param name="url">A data URL: <c>data:image/png;base64,…</c>.</param>
    /// <param name="detail">How closely the model looks; null for its default.</param>
    public ChatCompletionImagePart(string url, ChatCompletionImageDetail? detail = null) =>
        ImageUrl = new ChatCompletionImageUrl { Url = url, Detail = detail };

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "image_url";

    /// <summary>Where the image is.</summary>
    /// <value>A data URL, as Bedrock fetches nothing; omitted when null.</value>
    [JsonPropertyName("image_url"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionImageUrl>))]
    public ChatCompletionImageUrl? ImageUrl { get; set; }

    /// <summary>An image from its bytes.</summary>
    /// <param name="data">The bytes of the file.</param>
    /// <param name="mediaType">Such as <c>image/png</c> or <c>image/jpeg</c>; read from the bytes when null.</param>
    /// <param name="detail">How closely the model looks; null for its default.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, show no format, or another one than <paramref name="mediaType"/> says.</exception>
    public static ChatCompletionImagePart FromBytes(ReadOnlySpan<byte> data, string? mediaType = null, ChatCompletionImageDetail? detail = null) =>
        new(ChatCompletionDataUrl.Of(data, MediaNames.ChooseMediaType(MediaClass.Image, data, mediaType)), detail);

    /// <summary>An image from a file.</summary>
    /// <param name="path">The file, such as <c>photo.png</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ChatCompletionImagePart> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
}

/// <summary>A refusal, in an answer that is given in parts; unconfirmed on Bedrock.</summary>
public sealed partial class ChatCompletionRefusalPart : ChatCompletionContentPart
{
    /// <summary>An empty text.</summary>
    public ChatCompletionRefusalPart() { }

    /// <summary>A text.</summary>
    /// <param name="refusal">The text.</param>
    public ChatCompletionRefusalPart(string refusal) => Refusal = refusal;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "refusal";

    /// <summary>Why the model does not answer.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("refusal"), AllowNull]
    public string Refusal { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>Text.</summary>
public sealed partial class ChatCompletionTextPart : ChatCompletionContentPart
{
    /// <summary>An empty text.</summary>
    public ChatCompletionTextPart() { }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public ChatCompletionTextPart(string text) => Text = text;

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "text";

    /// <summary>The text.</summary>
    /// <value>Empty by default.</value>
    [JsonPropertyName("text"), AllowNull]
    public string Text { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Whether a bare string says the same.</summary>
    [JsonIgnore]
    internal bool IsPlain => AdditionalProperties is null or { Count: 0 };
}

/// <summary>A video; the form that open-weight servers take, unconfirmed on Bedrock.</summary>
public sealed partial class ChatCompletionVideoPart : ChatCompletionContentPart
{
    /// <summary>A video without a source.</summary>
    public ChatCompletionVideoPart() { }

    /// <summary>A video by its URL.</summary>
    /// <param name="url">A data URL: <c>data:video/mp4;base64,…</c>.</param>
    public ChatCompletionVideoPart(string url) => VideoUrl = new ChatCompletionVideoUrl { Url = url };

    /// <inheritdoc/>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public override string Type => "video_url";

    /// <summary>Where the video is.</summary>
    /// <value>A data URL; omitted when null.</value>
    [JsonPropertyName("video_url"), JsonConverter(typeof(ChatCompletionObjectConverter<ChatCompletionVideoUrl>))]
    public ChatCompletionVideoUrl? VideoUrl { get; set; }

    /// <summary>A video from its bytes.</summary>
    /// <param name="data">The bytes of the file.</param>
    /// <param name="mediaType">Such as <c>video/mp4</c>; read from the bytes when null.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The bytes are empty, show no format, or another one than <paramref name="mediaType"/> says.</exception>
    public static ChatCompletionVideoPart FromBytes(ReadOnlySpan<byte> data, string? mediaType = null) =>
        new(ChatCompletionDataUrl.Of(data, MediaNames.ChooseMediaType(MediaClass.Video, data, mediaType)));

    /// <summary>A video from a file.</summary>
    /// <param name="path">The file, such as <c>film.mp4</c>; its bytes tell the format.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>The part.</returns>
    /// <exception cref="ArgumentException">The file is empty, or of no known format.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<ChatCompletionVideoPart> FromFileAsync(string path, CancellationToken cancellationToken = default) =>
        FromBytes(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false));
}

/// <summary>A part of a kind that this version does not know; it is written back exactly as it was read.</summary>
public sealed partial class ChatCompletionUnknownPart : ChatCompletionContentPart, IRawVariant
{
    /// <inheritdoc/>
    public override string Type => Raw.TextOf("type");
}

/// <summary>Reads and writes <see cref="ChatCompletionContentPart"/> by its <c>type</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ChatCompletionContentPartConverter() : TaggedUnionConverter<ChatCompletionContentPart>(
    ChatCompletionJsonContext.Default, static raw => new ChatCompletionUnknownPart(raw), "type",
    Case<ChatCompletionTextPart>("text"),
    Case<ChatCompletionImagePart>("image_url"),
    Case<ChatCompletionAudioPart>("input_audio"),
    Case<ChatCompletionVideoPart>("video_url"),
    Case<ChatCompletionFilePart>("file"),
    Case<ChatCompletionRefusalPart>("refusal"));

/// <summary>Where a video is.</summary>
public sealed partial class ChatCompletionVideoUrl : BedrockObject
{
    /// <summary>The video.</summary>
    /// <value>A data URL; empty by default.</value>
    [JsonPropertyName("url"), AllowNull]
    public string Url { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>A file that travels in the request.</summary>
public sealed partial class ChatCompletionFile : BedrockObject
{
    /// <summary>The file.</summary>
    /// <value>A data URL; omitted when null.</value>
    [JsonPropertyName("file_data")]
    public string? FileData { get; set; }

    /// <summary>The id of a file that was uploaded before.</summary>
    /// <value>Unconfirmed on Bedrock; omitted when null.</value>
    [JsonPropertyName("file_id")]
    public string? FileId { get; set; }

    /// <summary>The name of the file.</summary>
    /// <value>Omitted when null.</value>
    [JsonPropertyName("filename")]
    public string? FileName { get; set; }
}

/// <summary>Where an image is.</summary>
public sealed partial class ChatCompletionImageUrl : BedrockObject
{
    /// <summary>The image.</summary>
    /// <value>A data URL; empty by default.</value>
    [JsonPropertyName("url"), AllowNull]
    public string Url { get; set => field = value ?? string.Empty; } = string.Empty;

    /// <summary>How closely the model looks.</summary>
    /// <value><c>auto</c> by default; Kimi K3 takes it only outside of InvokeModel; omitted when null.</value>
    [JsonPropertyName("detail")]
    public ChatCompletionImageDetail? Detail { get; set; }
}

/// <summary>Audio that travels in the request.</summary>
public sealed partial class ChatCompletionInputAudio : BedrockObject
{
    /// <summary>The bytes of the file.</summary>
    /// <value>Plain bytes here, base64 only on the wire; the memory is not copied, so leave it unchanged until the call has begun.</value>
    [JsonPropertyName("data")]
    public ReadOnlyMemory<byte> Data { get; set; }

    /// <summary>The format of the file.</summary>
    /// <value>Such as <c>wav</c> or <c>mp3</c>; empty by default.</value>
    [JsonPropertyName("format"), AllowNull]
    public string Format { get; set => field = value ?? string.Empty; } = string.Empty;
}

/// <summary>Bytes as a URL.</summary>
internal static class ChatCompletionDataUrl
{
    public static string Of(ReadOnlySpan<byte> data, string mediaType)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(mediaType);
        return data.IsEmpty
            ? throw new ArgumentException("The data must not be empty.", nameof(data))
            : $"data:{mediaType};base64,{Convert.ToBase64String(data)}";
    }
}
