using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Models.Claude;

/// <summary>The short way of a piece of text gives what the general reader gives, or leaves the chunk to it.</summary>
public sealed class ClaudeTextPieceTests
{
    private const string Start = """{"type":"message_start","message":{"id":"m","type":"message","role":"assistant","content":[]}}""";
    private const string Block = """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""";
    private const string Stop = """{"type":"message_stop"}""";

    public static TheoryData<string, bool> Chunks => new()
    {
        { Delta("plain text, é and 😀"), true },
        { Delta(""), true },
        { Delta("""a \"quote\", a \\ and a line\n"""), true },
        { Delta("""\u00e9 and \ud83d\ude00"""), true },
        { Delta("""ends with a brace \"}}"""), true },
        { Delta("x", "12"), true },
        { Delta("x", "4096"), true },
        { Delta("half \\ud83d"), false },
        { Delta("x", "0.0"), false },
        { Delta("x", "-1"), false },
        { Delta("x", "12345"), false },
        { Delta("x", "null"), false },
        { Delta("x\",\"more\":\"y"), false },
        { " " + Delta("x"), false },
        { Delta("x") + " ", false },
        { Delta("x")[..^1] + ",\"amazon-bedrock-guardrailAction\":\"INTERVENED\"}", false },
        { """{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"x"}}""", false },
        { """{"index":0,"type":"content_block_delta","delta":{"type":"text_delta","text":"x"}}""", false },
        { """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":null}}""", false },
        { Stop, false },
    };

    [Theory]
    [MemberData(nameof(Chunks))]
    public void Read_Chunk_GivesWhatTheGeneralReaderGives(string chunk, bool isUsual)
    {
        byte[] json = Encoding.UTF8.GetBytes(chunk);
        ClaudeStreamEvent? read = ClaudeTextPiece.Read(json);

        Assert.Equal(isUsual, read is not null);
        if (read is not null)
        {
            ClaudeStreamEvent general = JsonSerializer.Deserialize(json, ClaudeModels.Haiku45.EventTypeInfo)!;
            Assert.Equal(general.Text, read.Text);
            Assert.Equal(
                JsonSerializer.Serialize(general, ClaudeModels.Haiku45.EventTypeInfo),
                JsonSerializer.Serialize(read, ClaudeModels.Haiku45.EventTypeInfo));
        }
    }

    [Theory]
    [InlineData("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"line\n\"}}")]
    [InlineData("{\"type\":\"content_block_delta\",\"index\":,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}")]
    [InlineData("{\"type\":\"content_block_delta\",\"index\":01,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\"}}")]
    [InlineData("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"x\\q\"}}")]
    [InlineData("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"}}")]
    [InlineData("{\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":")]
    [InlineData("")]
    public void Read_NoJson_IsLeftToTheGeneralReader(string chunk) => Assert.Null(ClaudeTextPiece.Read(Encoding.UTF8.GetBytes(chunk)));

    [Fact]
    public void Read_NoUtf8_IsLeftToTheGeneralReader()
    {
        byte[] json = Encoding.UTF8.GetBytes(Delta("x"));
        json[Array.LastIndexOf(json, (byte)'x')] = 0xFF;

        Assert.Null(ClaudeTextPiece.Read(json));
        Assert.False(new ClaudeStreamFold().TryAdd(json));
    }

    [Fact]
    public void Delta_OfAPieceOfText_IsOneObject()
    {
        var read = (ClaudeContentBlockDeltaEvent)ClaudeTextPiece.Read(Encoding.UTF8.GetBytes(Delta("x")))!;
        ClaudeContentBlockDeltaEvent copy = read.Clone();

        ((ClaudeTextDelta)read.Delta!).Text = "changed";

        Assert.Same(read.Delta, read.Delta);
        Assert.Equal("changed", read.Text);
        Assert.Equal("x", copy.Text);
    }

    [Fact]
    public async Task ToResponseAsync_PiecesOfAllForms_GivesWhatTheEventsFoldTo()
    {
        string[] chunks =
        [
            Start, Block, .. Chunks.Select(chunk => (string)chunk[0]).Where(IsText), Delta("a \\ud83d"), Delta("\\ude00 b"), Delta("z", "3"), Stop,
        ];
        ClaudeStreamFold fold = new();
        foreach (ClaudeStreamEvent streamEvent in await TestClient.ToListAsync(Stream(chunks))) fold.Add(streamEvent);

        ClaudeResponse folded = await Stream(chunks).ToResponseAsync();

        Assert.Contains("a 😀 b", folded.Text, StringComparison.Ordinal);
        Assert.Equal(
            JsonSerializer.Serialize(fold.ToResponse(), ClaudeModels.Haiku45.ResponseTypeInfo),
            JsonSerializer.Serialize(folded, ClaudeModels.Haiku45.ResponseTypeInfo));
    }

    [Fact]
    public async Task ToResponseAsync_CutStream_CountsWhatTheFoldTook()
    {
        BedrockIncompleteStreamException exception = await Assert.ThrowsAsync<BedrockIncompleteStreamException>(
            () => Stream(Start, Block, Delta("a"), Delta("b")).ToResponseAsync());

        Assert.Equal(4, exception.EventsDelivered);
    }

    [Fact]
    public async Task ToResponseAsync_TextAfterAnIntervention_IsNoEnd()
    {
        string intervened = Delta("x")[..^1] + ",\"amazon-bedrock-guardrailAction\":\"INTERVENED\"}";

        await Assert.ThrowsAsync<BedrockIncompleteStreamException>(() => Stream(Start, Block, intervened, Delta("b")).ToResponseAsync());
        Assert.Equal("x", (await Stream(Start, Block, intervened).ToResponseAsync()).Text);
    }

    [Fact]
    public void GrowingText_AskedInBetween_GoesOn()
    {
        var text = new GrowingText();
        Assert.Equal("", text.ToString());
        text.Append("a");
        text.Append(new string('b', 1000));
        Assert.Equal("a" + new string('b', 1000), text.ToString());
        Assert.Equal("a" + new string('b', 1000), text.ToString());
        text.Append("c");
        Assert.Equal("a" + new string('b', 1000) + "c", text.ToString());
    }

    private static bool IsText(string chunk) =>
        chunk.Contains("\"index\":0,", StringComparison.Ordinal) && chunk.Contains("text_delta", StringComparison.Ordinal);

    private static string Delta(string text, string index = "0") =>
        $$$"""{"type":"content_block_delta","index":{{{index}}},"delta":{"type":"text_delta","text":"{{{text}}}"}}""";

    private static BedrockStream<ClaudeStreamEvent, ClaudeResponse> Stream(params string[] chunks)
    {
#pragma warning disable CA2000 // Nothing to free in a client over a scripted handler.
        BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream([.. chunks.Select(chunk => Frames.Chunk(chunk))])));
#pragma warning restore CA2000
        return client.StreamAsync(ClaudeModels.Haiku45, new ClaudeRequest { MaxTokens = 1, Messages = [ClaudeMessage.User("x")] });
    }
}
