using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.Images;

/// <summary>Media of all families: from bytes, files and addresses, with the format that the bytes show.</summary>
public sealed class MediaFormTests
{
    private static readonly byte[] Png = ImageBytes.Png().Bytes.ToArray();
    private static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16];
    private static readonly byte[] Mp4 = [0, 0, 0, 24, .. "ftypisom"u8];
    private static readonly byte[] Mov = [0, 0, 0, 24, .. "ftypqt  "u8];
    private static readonly byte[] Mkv = [0x1A, 0x45, 0xDF, 0xA3, .. "matroska"u8];
    private static readonly byte[] WebM = [0x1A, 0x45, 0xDF, 0xA3, .. "webm"u8];
    private static readonly byte[] Wav = [.. "RIFF"u8, 0, 0, 0, 0, .. "WAVE"u8];
    private static readonly byte[] Pdf = [.. "%PDF-1.7"u8];

    public static TheoryData<string, string, Func<byte[], string?, string?>> Factories => new()
    {
        { "mediaType", "image/jpeg", (bytes, declared) => ((ClaudeBase64Source)ClaudeImageBlock.FromBytes(bytes, declared).Source!).MediaType },
        { "mediaType", "image/jpeg", (bytes, declared) => ChatCompletionImagePart.FromBytes(bytes, declared).ImageUrl!.Url.Split(';')[0]["data:".Length..] },
        { "mediaType", "image/jpeg", (bytes, declared) => CohereEmbedImage.FromBytes(bytes, declared).MediaType },
        { "format", "jpeg", (bytes, declared) => NovaImageBlock.FromBytes(bytes, declared is null ? default(NovaImageFormat?) : declared)
            .Image!.Format!.Value.Value },
        { "format", "jpeg", (bytes, declared) => ImageBlock.FromBytes(bytes, declared is null ? default(ImageFormat?) : declared).Format.Value },
        { "format", "jpeg", (bytes, declared) => NovaEmbedImage.FromBytes(bytes, declared).Format },
        { "format", "jpeg", (bytes, declared) => NovaReelImage.FromBytes(bytes, declared is null ? default(NovaReelImageFormat?) : declared).Format.Value },
    };

    [Theory]
    [MemberData(nameof(Factories))]
    public void FromBytes_FormatOfTheBytes_IsReadAndAWrongOneRefused(string member, string jpeg, Func<byte[], string?, string?> formatOf)
    {
        string png = jpeg.Replace("jpeg", "png", StringComparison.Ordinal);

        Assert.Equal(png, formatOf(Png, null));
        Assert.Equal(jpeg, formatOf(Jpeg, null));
        Assert.Equal(png, formatOf(Png, png));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => formatOf(Png, jpeg));
        Assert.Contains($"{member} is '{jpeg}', but the bytes are a {png} file", refused.Message, StringComparison.Ordinal);
        Assert.Equal(member, refused.ParamName);
        Assert.Throws<ArgumentException>(() => formatOf(Mp4, null));
        Assert.Throws<ArgumentException>(() => formatOf([1, 2, 3], null));
        Assert.Throws<ArgumentException>(() => formatOf([], null));
        Assert.Equal(jpeg, formatOf([1, 2, 3], jpeg));
    }

    [Fact]
    public void FromBytes_VideoSoundAndDocument_AreToldApart()
    {
        Assert.Equal(
            ["mp4", "mov", "mkv", "webm"],
            new[] { Mp4, Mov, Mkv, WebM }.Select(bytes => NovaVideoBlock.FromBytes(bytes).Video!.Format!.Value.Value));
        Assert.Equal(["mp4", "mov", "mkv", "webm"], new[] { Mp4, Mov, Mkv, WebM }.Select(bytes => VideoBlock.FromBytes(bytes).Format.Value));
        Assert.StartsWith("data:video/quicktime;", ChatCompletionVideoPart.FromBytes(Mov).VideoUrl!.Url, StringComparison.Ordinal);
        Assert.Equal(("wav", "wav", "wav"),
            (NovaAudioBlock.FromBytes(Wav).Audio!.Format!.Value.Value, AudioBlock.FromBytes(Wav).Format.Value, ChatCompletionAudioPart.FromBytes(Wav)
            .InputAudio!.Format));
        Assert.Equal(("pdf", "pdf"), (NovaDocumentBlock.FromBytes(Pdf).Document!.Format!.Value.Value, DocumentBlock.FromBytes(Pdf).Format!.Value.Value));
        Assert.StartsWith("data:application/pdf;", ChatCompletionFilePart.FromBytes(Pdf).File!.FileData, StringComparison.Ordinal);
        Assert.IsType<ClaudeBase64Source>(ClaudeDocumentBlock.FromBytes(Pdf, "Map").Source);
        Assert.Equal("a text", Assert.IsType<ClaudeTextSource>(ClaudeDocumentBlock.FromBytes("a text"u8.ToArray()).Source).Data);
        Assert.Throws<ArgumentException>(() => ClaudeDocumentBlock.FromBytes(Png));
        Assert.Throws<ArgumentException>(() => VideoBlock.FromBytes(Mp4, VideoFormat.Mov));
        Assert.Throws<ArgumentException>(() => NovaDocumentBlock.FromBytes(Pdf, "map", NovaDocumentFormat.Docx));
        Assert.Equal("webm", VideoBlock.FromBytes(Mkv, VideoFormat.WebM).Format.Value);
    }

    [Fact]
    public void FromS3_EndingOfTheAddress_IsTheFormat()
    {
        Assert.Equal("""{"format":"jpeg","source":{"s3Location":{"uri":"s3://b/a.JPG"}}}""", BedrockJson.Serialize(ImageBlock.FromS3("s3://b/a.JPG")));
        Assert.Equal("""{"image":{"format":"webp","source":{"s3Location":{"uri":"s3://b/a","bucketOwner":"111122223333"}}}}""",
            BedrockJson.Serialize<NovaContentBlock>(NovaImageBlock.FromS3("s3://b/a", NovaImageFormat.Webp, "111122223333")));
        Assert.Equal("three_gp", VideoBlock.FromS3("s3://b/a.3gp").Format.Value);
        Assert.Equal(("md", "my notes"), (DocumentBlock.FromS3("s3://b/my_notes.md").Format!.Value.Value, DocumentBlock.FromS3("s3://b/my_notes.md").Name));
        Assert.Throws<ArgumentException>(() => AudioBlock.FromS3("s3://b/a"));
    }

    [Fact]
    public async Task FromFileAsync_AllFamilies_ReadTheFile()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string image = Path.Combine(folder, "photo");
            string text = Path.Combine(folder, "notes.txt");
            await File.WriteAllBytesAsync(image, Png);
            await File.WriteAllTextAsync(text, "a text");

            Assert.Equal(BedrockJson.Serialize<ClaudeContentBlock>(ClaudeImageBlock.FromBytes(Png)),
                BedrockJson.Serialize<ClaudeContentBlock>(await ClaudeImageBlock.FromFileAsync(image)));
            Assert.Equal(BedrockJson.Serialize<NovaContentBlock>(NovaImageBlock.FromBytes(Png)),
                BedrockJson.Serialize<NovaContentBlock>(await NovaImageBlock.FromFileAsync(image)));
            Assert.Equal(ChatCompletionImagePart.FromBytes(Png).ImageUrl!.Url, (await ChatCompletionImagePart.FromFileAsync(image)).ImageUrl!.Url);
            Assert.Equal("notes.txt", (await ClaudeDocumentBlock.FromFileAsync(text)).Title);
            Assert.Equal(("txt", "notes"),
                ((await NovaDocumentBlock.FromFileAsync(text)).Document!.Format!.Value.Value, (await NovaDocumentBlock.FromFileAsync(text)).Document!.Name));
            Assert.Equal(Png, (await PegasusMediaSource.FromFileAsync(image)).Base64String!.Value.ToArray());
            Assert.Equal(Png, (await MarengoMediaSource.FromFileAsync(image)).Bytes!.Value.ToArray());
            await Assert.ThrowsAsync<FileNotFoundException>(() => ClaudeImageBlock.FromFileAsync(Path.Combine(folder, "none")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void User_TextAndImage_AreOneMessage()
    {
        BedrockImage image = ImageBytes.Png();

        Assert.Equal(BedrockJson.Serialize(ClaudeMessage.User([new ClaudeTextBlock("What?"), ClaudeImageBlock.FromBytes(Png, "image/png")])),
            BedrockJson.Serialize(ClaudeMessage.User("What?", image)));
        Assert.Equal(BedrockJson.Serialize(ClaudeMessage.User([ClaudeImageBlock.FromBytes(Png), new ClaudeTextBlock("What?")])),
            BedrockJson.Serialize(ClaudeMessage.User(image, "What?")));
        Assert.Equal("""{"role":"user","content":"What?"}""", BedrockJson.Serialize(ClaudeMessage.User("What?")));
        Assert.Equal(BedrockJson.Serialize(NovaMessage.User(new NovaTextBlock("What?"), NovaImageBlock.FromBytes(Png))),
            BedrockJson.Serialize(NovaMessage.User("What?", image)));
        Assert.Equal(
            BedrockJson.Serialize(ChatCompletionMessage.User([new ChatCompletionTextPart("What?"), ChatCompletionImagePart.FromBytes(Png)])),
                BedrockJson.Serialize(ChatCompletionMessage.User("What?", image)));
        Assert.Equal("""{"role":"user","content":"What?"}""", BedrockJson.Serialize(ChatCompletionMessage.User("What?")));
        Assert.Equal(BedrockJson.Serialize(Message.User(new TextBlock("What?"), ImageBlock.FromBytes(Png))),
            BedrockJson.Serialize(Message.User("What?", image)));
        Assert.Equal(Convert.ToBase64String(Png), Assert.Single(LlamaRequest.For("What?", LlamaPromptFormat.Llama4, image).Images!));
        Assert.Equal(2, new ClaudeRequestBuilder().User("What?", image).MaxTokens(10).Build().Messages[0].Content.Count);
        Assert.Equal(("What?", 1, 0),
            (ClaudeMessage.User("What?", image).Text, ClaudeMessage.User("What?", image).Images.Count, ClaudeMessage.User("What?", image).ToolCalls.Count));
        Assert.Equal(("What?", 1, 0),
            (NovaMessage.User("What?", image).Text, NovaMessage.User("What?", image).Images.Count, NovaMessage.User("What?", image).ToolCalls.Count));
        Assert.Equal("ClaudeMessage: user, 2 blocks; see Text", ClaudeMessage.User("What?", image).ToString());
    }
}
