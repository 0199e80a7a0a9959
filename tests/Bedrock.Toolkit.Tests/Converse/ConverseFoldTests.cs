using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.Converse;

/// <summary>Streams that are cut into blocks and pieces in unusual ways.</summary>
public sealed class ConverseFoldTests
{
    [Fact]
    public void Fold_TwoCallsAtOneIndex_AreTwoCalls()
    {
        ConverseResponse folded =
            ConverseTestData.Fold([Start(0, "a"), Input(0, """{"p":1}"""), Stop(0), Start(0, "b"), Input(0, """{"q":2}"""), Stop(0), End]);

        Assert.Equal([("a", """{"p":1}"""), ("b", """{"q":2}""")], folded.ToolCalls.Select(call => (call.Name, call.Input.GetRawText())));
    }

    [Fact]
    public void Fold_SecondStartWithoutAStop_BeginsAnotherCall()
    {
        ConverseResponse folded = ConverseTestData.Fold([Start(0, "a"), Input(0, """{"p":1}"""), Start(0, "b"), Input(0, """{"q":2}"""), End]);

        Assert.Equal(["a", "b"], folded.ToolCalls.Select(call => call.Name));
    }

    [Fact]
    public void Fold_TextCallTextAtOneIndex_KeepTheirOrder()
    {
        ConverseResponse folded = ConverseTestData.Fold([Text(0, "x"), Stop(0), Start(0, "a"), Input(0, "{}"), Stop(0), Text(0, "y"), Stop(0), End]);

        Assert.Equal(["TextBlock", "ToolUseContent", "TextBlock"], folded.Message.Content.Select(block => block.GetType().Name));
    }

    [Fact]
    public void Fold_EmptyStartAndEmptyDelta_MakeNoBlock()
    {
        ConverseResponse folded = ConverseTestData.Fold(
        [
            ConverseTestData.Event("contentBlockStart", """{"contentBlockIndex":0,"start":{}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{}}"""),
            Text(0, "hello"),
            Stop(0),
            End,
        ]);

        Assert.Equal("""[{"text":"hello"}]""", JsonSerializer.Serialize(folded.Message.Content, BedrockJson.Options));
    }

    [Fact]
    public void Fold_EmojiOverTwoPieces_IsOneCharacter()
    {
        ConverseResponse folded = ConverseTestData.Fold(
        [
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"a\ud83d"}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"\ude00b"},"p":"abc"}"""),
            Start(1, "t"),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":"{\"q\":\"\ud83d"}}}"""),
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":1,"delta":{"toolUse":{"input":"\ude00\"}"}}}"""),
            End,
        ]);

        Assert.Equal("a😀b", folded.Text);
        Assert.Equal("😀", folded.ToolCalls[0].Input.GetProperty("q").GetString());
    }

    [Fact]
    public void Fold_HalfThatStandsAlone_IsTheReplacementCharacter()
    {
        ConverseResponse folded = ConverseTestData.Fold(
        [
            ConverseTestData.Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"x\ud83d"}}"""),
            Start(1, "t"),
            Input(1, "{\"q\":\"\\ud83d\"}"),
            End,
        ]);

        Assert.Equal("x\uFFFD", folded.Text);
        Assert.Equal("\uFFFD", folded.ToolCalls[0].Input.GetProperty("q").GetString());
    }

    [Theory]
    [InlineData(60)]
    [InlineData(300)]
    public void Depth_OfAnInput_IsTheSameBothWays(int depth)
    {
        string deep = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        string body = $$$"""{"output":{"message":{"role":"assistant","content":[{"toolUse":{"toolUseId":"t","name":"a","input":{{{deep}}}}}]}},"stopReason":"tool_use"}""";

        ConverseResponse whole = BedrockJson.Deserialize<ConverseResponse>(Encoding.UTF8.GetBytes(body));
        ConverseResponse folded = ConverseTestData.Fold([Start(0, "a"), Input(0, deep), Stop(0), End]);

        Assert.Equal(deep, whole.ToolCalls[0].Input.GetRawText());
        Assert.Equal(deep, folded.ToolCalls[0].Input.GetRawText());
        Assert.Equal(body, BedrockJson.Serialize(whole));
    }

    private static ConverseStreamEvent End => new MessageStopEvent { StopReason = StopReason.ToolUse };

    private static ContentBlockStartEvent Start(int index, string name) =>
        new() { ContentBlockIndex = index, Start = new ToolUseStart(new ToolUseBlockStart { ToolUseId = name, Name = name }) };

    private static ContentBlockDeltaEvent Input(int index, string piece) =>
        new() { ContentBlockIndex = index, Delta = new ToolUseDelta(new ToolUseBlockDelta { Input = piece }) };

    private static ContentBlockDeltaEvent Text(int index, string piece) => new() { ContentBlockIndex = index, Delta = new TextDelta(piece) };

    private static ContentBlockStopEvent Stop(int index) => new() { ContentBlockIndex = index };
}
