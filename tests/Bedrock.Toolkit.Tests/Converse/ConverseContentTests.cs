using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ConverseContentTests
{
    public static TheoryData<string, string, string> Files => new()
    {
        { "89504E470D0A1A0A", "photo.txt", """{"image":{"format":"png","source":{"bytes":"iVBORw0KGgo="}}}""" },
        { "FFD8FFE0", "x", """{"image":{"format":"jpeg","source":{"bytes":"/9j/4A=="}}}""" },
        { "474946383961", "x", """{"image":{"format":"gif","source":{"bytes":"R0lGODlh"}}}""" },
        { "524946460000000057454250", "x", """{"image":{"format":"webp","source":{"bytes":"UklGRgAAAABXRUJQ"}}}""" },
        { "255044462D31", "my_report v2.pdf", """{"document":{"format":"pdf","name":"my report v2","source":{"bytes":"JVBERi0x"}}}""" },
        { "504B0304", "a.DOCX", """{"document":{"format":"docx","name":"a","source":{"bytes":"UEsDBA=="}}}""" },
        { "D0CF11E0", "a.xls", """{"document":{"format":"xls","name":"a","source":{"bytes":"0M8R4A=="}}}""" },
        { "612C62", "table.csv", """{"document":{"format":"csv","name":"table","source":{"bytes":"YSxi"}}}""" },
        { "23", "read_me.md", """{"document":{"format":"md","name":"read me","source":{"bytes":"Iw=="}}}""" },
        { "0000001866747970", "film.mp4", """{"video":{"format":"mp4","source":{"bytes":"AAAAGGZ0eXA="}}}""" },
        { "000000186674797071742020", "film.x", """{"video":{"format":"mov","source":{"bytes":"AAAAGGZ0eXBxdCAg"}}}""" },
        { "0000001866747970", "voice.m4a", """{"audio":{"format":"m4a","source":{"bytes":"AAAAGGZ0eXA="}}}""" },
        { "1A45DFA3", "film.mkv", """{"video":{"format":"mkv","source":{"bytes":"GkXfow=="}}}""" },
        { "494433", "song.mp3", """{"audio":{"format":"mp3","source":{"bytes":"SUQz"}}}""" },
        { "524946460000000057415645", "x", """{"audio":{"format":"wav","source":{"bytes":"UklGRgAAAABXQVZF"}}}""" },
        { "4F676753", "v.opus", """{"audio":{"format":"opus","source":{"bytes":"T2dnUw=="}}}""" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task FromFileAsync_Bytes_DecideWhatItIs(string hex, string name, string expected)
    {
        string folder = Directory.CreateTempSubdirectory("converse").FullName;
        try
        {
            string path = Path.Combine(folder, name);
            await File.WriteAllBytesAsync(path, Convert.FromHexString(hex));

            Message message = Message.User("Look:", await ContentBlock.FromFileAsync(path));

            Assert.Equal(expected, BedrockJson.Serialize(message.Content[1]));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void FromBytes_UnknownFormat_IsRefused()
    {
        Assert.Contains("xyz", Assert.Throws<ArgumentException>(() => DocumentBlock.FromBytes("a.xyz", new byte[] { 1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ImageBlock.FromBytes(new byte[] { 1, 2 }));
        Assert.Throws<ArgumentException>(() => ImageBlock.FromBytes(default));
        Assert.Throws<ArgumentException>(() => VideoBlock.FromBytes(new byte[] { 1 }));
        Assert.Throws<ArgumentException>(() => AudioBlock.FromBytes(new byte[] { 1 }));

        // A text that pretends to be an office file is none.
        Assert.Throws<ArgumentException>(() => DocumentBlock.FromBytes("a.docx", Encoding.UTF8.GetBytes("text")));
    }

    [Fact]
    public void Message_ImplicitContents_BecomeTheirBlocks()
    {
        Message message = Message.User("Look:", new ImageBlock { Format = ImageFormat.Png, Source = ConverseTestData.Png }, new CachePointBlock());

        Assert.IsType<TextBlock>(message.Content[0]);
        Assert.IsType<ImageContent>(message.Content[1]);
        Assert.IsType<CachePointContent>(message.Content[2]);
        Assert.Null((ContentBlock?)(string?)null);
    }

    [Fact]
    public void Response_Message_GoesIntoTheNextRequest()
    {
        ConverseResponse response = BedrockJson.Deserialize<ConverseResponse>("""
            {"output":{"message":{"role":"assistant","content":[{"reasoningContent":{"reasoningText":{"text":"hm","signature":"sig"}}},{"reasoningContent":{"redactedContent":"AQ=="}},
            {"text":"a"},{"citationsContent":{"content":[{"text":"b"}]}},{"toolUse":{"toolUseId":"1","name":"x","input":{}}},{"toolUse":{"toolUseId":"2","name":"y","input":{},"type":"server_tool_use"}}]}},"stopReason":"tool_use"}
            """);
        ConverseRequest request = ConverseRequest.For("hi");

        request.Messages.Add(response.Message);

        Assert.Equal("ab", response.Text);
        Assert.Equal("hm", response.ReasoningText);
        Assert.Equal("1", Assert.Single(response.ToolCalls).ToolUseId);
        string json = BedrockJson.Serialize(request);
        Assert.Contains("\"signature\":\"sig\"", json, StringComparison.Ordinal);
        Assert.Contains("\"redactedContent\":\"AQ==\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Tool_FromType_HasTheSchemaOfTheType()
    {
        var tool = (SpecifiedTool)Tool.Create("weather", "The weather.", ConverseTestContext.Default.Weather);

        var schema = (JsonToolInputSchema)tool.ToolSpec!.InputSchema;
        Assert.Equal(
            """{"type":"object","properties":{"city":{"description":"The city.","type":"string"},"unit":{"type":["string","null"],"default":null}},"required":["city"]}""",
            schema.Json.GetRawText());
    }

    [Fact]
    public void InputAs_Type_ReadsTheInput()
    {
        var use = new ToolUseBlock { ToolUseId = "1", Name = "weather", Input = ConverseTestData.Json("""{"city":"Paris"}""") };

        Assert.Equal("Paris", use.InputAs(ConverseTestContext.Default.Weather)!.City);
        Assert.Equal("""{"degrees":18,"remark":null,"sources":[]}""",
            ((ToolResultJson)ToolResultBlock.For(use, new Forecast { Degrees = 18 }, ConverseTestContext.Default.Forecast).Content[0]).Json.GetRawText());
    }

    [Fact]
    public void AdditionalFields_OfAType_GoBothWays()
    {
        ConverseRequest request = ConverseRequest.For("a");
        request.SetAdditionalModelRequestFields(new Weather("Paris"), ConverseTestContext.Default.Weather);
        var response = new ConverseResponse { AdditionalModelResponseFields = request.AdditionalModelRequestFields };

        Assert.Equal(new Weather("Paris"), response.AdditionalModelResponseFieldsAs(ConverseTestContext.Default.Weather));
        Assert.Null(new ConverseResponse().AdditionalModelResponseFieldsAs(ConverseTestContext.Default.Weather));
    }

    [Fact]
    public void SummariseGuardrail_Trace_IsSummedUp()
    {
        ConverseResponse response = BedrockJson.Deserialize<ConverseResponse>("""
            {"stopReason":"guardrail_intervened","trace":{"guardrail":{"inputAssessment":{"g":{"topicPolicy":{"topics":[{"name":"x","type":"DENY","action":"BLOCKED","detected":true}]}}}}}}
            """);

        Assert.True(response.SummariseGuardrail().Intervened);
    }
}
