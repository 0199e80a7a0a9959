using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Faults;

/// <summary>JSON that is unusual or broken.</summary>
public class JsonFaultTests
{
    public static TheoryData<string, string> Samples => new()
    {
        {
            nameof(ClaudeResponse),
            """
            {"id":"m","type":"message","role":"assistant","model":"c","content":[{"type":"text","text":"a","citations":[]},{"type":"thinking","thinking":"t","signature":"s"},
            {"type":"tool_use","id":"u","name":"n","input":{"a":1}}],"stop_reason":"end_turn","stop_sequence":"x","usage":{"input_tokens":1,"output_tokens":2}}
            """
        },
        { nameof(ClaudeStreamEvent),
            """{"type":"message_start","message":{"id":"m","role":"assistant","content":[],"usage":{"input_tokens":1,"output_tokens":1}}}""" },
        { nameof(ClaudeStreamEvent), """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""" },
        { nameof(ClaudeStreamEvent), """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}""" },
        { nameof(ClaudeStreamEvent), """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":"x"},"usage":{"output_tokens":5}}""" },
        { nameof(ClaudeStreamEvent),
            """{"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":1,"outputTokenCount":2,"invocationLatency":3,"firstByteLatency":4}}""" },
        { nameof(TitanTextResponse),
            """{"inputTextTokenCount":1,"results":[{"tokenCount":2,"outputText":"a","completionReason":"FINISH"}],"amazon-bedrock-guardrailAction":"NONE","amazon-bedrock-trace":{}}""" },
        { nameof(TitanTextStreamEvent), """{"outputText":"a","index":0,"totalOutputTextTokenCount":2,"completionReason":"FINISH","inputTextTokenCount":1}""" },
        { nameof(TitanEmbedTextResponse), """{"embedding":[0.5],"embeddingsByType":{"float":[0.5],"binary":[1]},"inputTextTokenCount":1}""" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Deserialize_NullForEveryMemberInTurn_IsAsIfAbsent(string type, string json)
    {
        int members = 0;
        foreach (string path in Paths(JsonNode.Parse(json)!))
        {
            JsonNode copy = JsonNode.Parse(json)!;
            (JsonObject parent, string name) = Find(copy, path);
            parent[name] = null;
            string withNull = copy.ToJsonString();
            parent.Remove(name);

            object read = Read(type, withNull);

            Assert.Equal(Read(type, copy.ToJsonString()).GetType(), read.GetType());
            members++;
        }

        Assert.InRange(members, 3, 100);
    }

    [Fact]
    public async Task InvokeAsync_DuplicateMembers_TheLastWins()
    {
        using var handler = new ScriptedHandler(_ => Answers.Json("""{"text":"first","count":1,"text":"last","count":2}"""));
        using BedrockClient client = TestClient.Over(handler);

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Equal("last", response.Text);
        Assert.Equal(2, response.Count);
    }

    [Fact]
    public async Task Enumerate_DuplicateMembers_TheLastWins_Streaming()
    {
        string first = Convert.ToBase64String("""{"text":"no"}"""u8), last = Convert.ToBase64String("""{"text":"x","text":"last","last":true}"""u8);
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.ChunkOf($$"""{"bytes":"{{first}}","p":"a","bytes":"{{last}}","p":"b"}""")));
        using BedrockClient client = TestClient.Over(handler);

        Assert.Equal("last", (await client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync()).Text);
    }

    [Theory]
    [InlineData("content")]
    [InlineData("usage")]
    public void Deserialize_DuplicateMembersOfAFamily_TheLastWins(string member)
    {
        ClaudeResponse response = BedrockJson.Deserialize<ClaudeResponse>(
            """{"type":"message","content":[{"type":"text","text":"no"}],"usage":{"input_tokens":1},"content":[{"type":"text","text":"last","text":"wins"}],"usage":{"input_tokens":9}}""");

        Assert.Equal(member == "content" ? "wins" : "9", member == "content" ? response.Text : response.Usage!.InputTokens.ToString());
    }

    [Theory]
    [InlineData(65)]
    [InlineData(1_000)]
    [InlineData(100_000)]
    public async Task InvokeAsync_DeepJson_IsAProtocolErrorAndNoOverflow(int depth)
    {
        byte[] body = Encoding.ASCII.GetBytes("""{"more":""" + new string('[', depth) + new string(']', depth) + "}");
        using var handler = new ScriptedHandler(
            _ => Answers.Of(HttpStatusCode.OK, body, "application/json"),
            _ => Answers.Of(HttpStatusCode.BadRequest, body, "application/json", ("x-amzn-errortype", "ValidationException")),
            _ => Answers.Stream(Frames.Chunk(body)));
        using BedrockClient client = TestClient.Over(handler);

        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await Assert.ThrowsAsync<BedrockValidationException>(() => client.InvokeAsync(Echo.Model, Echo.Request()));
        await Assert.ThrowsAsync<BedrockProtocolException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());
    }

    [Fact]
    public async Task InvokeAsync_CharactersCutByPieces_AreJoined()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"text":"aä€😀z"}""");
        for (int split = 1; split < body.Length; split++)
        {
            using var handler = new ScriptedHandler(_ => Answers.Of(HttpStatusCode.OK, new PieceStream(body, split, int.MaxValue), "application/json"));
            using BedrockClient client = TestClient.Over(handler);

            Assert.Equal("aä€😀z", (await client.InvokeAsync(Echo.Model, Echo.Request())).Text);
        }
    }

    [Theory]
    [InlineData("eyJ0ZXh0IjoiYSJ9", true)]
    [InlineData("eyJ0ZXh0\\nIjoiYSJ9", true)] // line breaks
    [InlineData("eyJ0ZXh0IjoiYWIifQ", false)] // no padding
    [InlineData("eyJ0ZXh0Ijoi-_8ifQ==", false)] // the alphabet of URLs
    [InlineData("eyJ0ZXh0IjoiYSJ9=", false)]
    [InlineData("%%%%", false)]
    public async Task Enumerate_Base64_IsTakenOrRefusedClearly_Streaming(string base64, bool isTaken)
    {
        using var handler = new ScriptedHandler(_ => Answers.Stream(Frames.ChunkOf($$"""{"bytes":"{{base64}}"}"""), Frames.Chunk("""{"last":true}""")));
        using BedrockClient client = TestClient.Over(handler);

        Exception? e = await Record.ExceptionAsync(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        if (isTaken) Assert.Null(e);
        else Assert.DoesNotContain(base64, Assert.IsType<BedrockProtocolException>(e).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enumerate_ThirtyMegabytesOfBase64_IsRefusedFromTheLengthAlone_Streaming()
    {
        // The prelude of such a frame; not one byte of its payload is needed, or waited for.
        byte[] prelude = RawFrame.WithLengths(30_000_000, 0, [])[..12];
        using var handler = new ScriptedHandler(
            _ => Answers.Stream(new PieceStream(prelude) { OnRead = (read, token) => read > 1 ? Task.Delay(Timeout.Infinite, token) : Task.CompletedTask }));
        using BedrockClient client = TestClient.Over(handler);

        BedrockProtocolException e =
            await Assert.ThrowsAsync<BedrockProtocolException>(() => client.StreamAsync(Echo.Streaming, Echo.Request()).ToResponseAsync());

        Assert.Contains("MaxFrameBytes", e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"text":null,"count":null,"parts":null}""")]
    public async Task InvokeAsync_NothingSet_IsAReadableAnswer(string body)
    {
        using var handler = new ScriptedHandler(_ => body.Contains("count", StringComparison.Ordinal)
            ? Answers.Json(body.Replace("\"count\":null,", "", StringComparison.Ordinal)) : Answers.Json(body));
        using BedrockClient client = TestClient.Over(handler);

        EchoResponse response = await client.InvokeAsync(Echo.Model, Echo.Request());

        Assert.Null(response.Text);
        Assert.Empty(response.Parts);
    }

    private static object Read(string type, string json) => type switch
    {
        nameof(ClaudeResponse) => BedrockJson.Deserialize<ClaudeResponse>(json),
        nameof(ClaudeStreamEvent) => BedrockJson.Deserialize<ClaudeStreamEvent>(json),
        nameof(TitanTextResponse) => BedrockJson.Deserialize<TitanTextResponse>(json),
        nameof(TitanTextStreamEvent) => BedrockJson.Deserialize<TitanTextStreamEvent>(json),
        _ => BedrockJson.Deserialize<TitanEmbedTextResponse>(json),
    };

    private static IEnumerable<string> Paths(JsonNode? node, string path = "")
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? value) in members)
                {
                    yield return $"{path}/{name}";
                    foreach (string below in Paths(value, $"{path}/{name}")) yield return below;
                }

                break;
            case JsonArray elements:
                for (int i = 0; i < elements.Count; i++)
                {
                    foreach (string below in Paths(elements[i], $"{path}/{i}")) yield return below;
                }

                break;
        }
    }

    private static (JsonObject Parent, string Name) Find(JsonNode root, string path)
    {
        string[] parts = path[1..].Split('/');
        JsonNode node = root;
        foreach (string part in parts[..^1])
        {
            node = node is JsonArray array ? array[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)]! : node[part]!;
        }

        return (node.AsObject(), parts[^1]);
    }
}
