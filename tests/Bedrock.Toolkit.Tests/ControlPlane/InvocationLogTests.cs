using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.ControlPlane.Governance;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Tests.ControlPlane;

/// <summary>Records of the model invocation log, read back to requests and answers.</summary>
public class InvocationLogTests
{
    private const string Converse = """
        {"schemaType":"ModelInvocationLog","schemaVersion":"1.0","timestamp":"2026-11-27T12:00:00Z","accountId":"111122223333","identity":{"arn":"arn:aws:iam::111122223333:role/app"},"region":"us-east-1","inferenceRegion":"us-west-2","requestId":"r-1","operation":"Converse","modelId":"us.amazon.nova-2-lite-v1:0","input":{"inputContentType":"application/json","inputBodyJson":{"messages":[{"role":"user","content":[{"text":"tide?"}]}]},"inputTokenCount":9,"cacheReadInputTokenCount":2},"output":{"outputContentType":"application/json","outputBodyJson":{"output":{"message":{"role":"assistant","content":[{"text":"2.4 m"}]}},"stopReason":"end_turn","usage":{"inputTokens":9,"outputTokens":5,"totalTokens":14}},"outputTokenCount":5},"requestMetadata":{"tenant":"north"}}
        """;

    private const string Invoke = """
        {"schemaType":"ModelInvocationLog","operation":"InvokeModel","modelId":"amazon.titan-embed-text-v2:0","input":{"inputBodyJson":{"inputText":"boat"},"inputTokenCount":1},"output":{"outputBodyJson":{"embedding":[0.5,1],"inputTextTokenCount":1}}}
        """;

    private const string Streamed = """
        {"schemaType":"ModelInvocationLog","operation":"InvokeModelWithResponseStream","modelId":"m","errorCode":"ThrottlingException","input":{"inputBodyS3Path":"s3://log/r_input.json.gz"},"output":{"outputBodyJson":[{"a":1},{"b":2}]}}
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadAsync_Lines_AreRecordsPackedOrNot(bool packed)
    {
        byte[] text = Encoding.UTF8.GetBytes($"{Converse.Trim()}\n\n{{\"message\":\"permission check\"}}\n{Invoke.Trim()}\n{Streamed.Trim()}");
        using var log = new MemoryStream();
        if (packed)
        {
            await using var gzip = new GZipStream(log, CompressionMode.Compress, leaveOpen: true);
            await gzip.WriteAsync(text);
        }
        else
        {
            await log.WriteAsync(text);
        }

        log.Position = 0;

        List<InvocationLogRecord> records = await InvocationLog.ReadAsync(log).ToListAsync();

        Assert.Equal(["Converse", "InvokeModel", "InvokeModelWithResponseStream"], records.Select(record => record.Operation));
        Assert.True(log.CanRead);
    }

    [Fact]
    public async Task Record_OfConverse_IsOurTypes()
    {
        InvocationLogRecord record = await ReadAsync(Converse);

        Assert.Equal("tide?", record.ReadConverseRequest()!.Messages[0].Text);
        Assert.Equal("2.4 m", record.ReadConverseResponse()!.Text);
        Assert.Equal(("r-1", "us-east-1", "us-west-2", "111122223333", "us.amazon.nova-2-lite-v1:0", "arn:aws:iam::111122223333:role/app"),
            (record.RequestId, record.Region, record.InferenceRegion, record.AccountId, record.ModelId, record.CallerArn));
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 12, 0, 0, TimeSpan.Zero), record.Timestamp);
        Assert.Equal("north", record.RequestMetadata["tenant"]);
        Assert.Equal((9, 5, 2, null),
            (record.TokenUsage!.InputTokens, record.TokenUsage.OutputTokens, record.TokenUsage.CacheReadInputTokens, record.ErrorCode));
    }

    [Fact]
    public async Task Record_OfInvokeModel_IsTheFamilysTypes()
    {
        InvocationLogRecord record = await ReadAsync(Invoke);

        Assert.Equal("boat", record.ReadRequest(TitanModels.EmbedTextV2)!.InputText);
        Assert.Equal([0.5f, 1f], record.ReadResponse(TitanModels.EmbedTextV2)!.Embedding.ToArray());
        Assert.Throws<InvalidOperationException>(() => record.ReadConverseRequest());
    }

    [Fact]
    public async Task Record_OfAStreamThatFailed_HasChunksAndPaths()
    {
        InvocationLogRecord record = await ReadAsync(Streamed);

        Assert.Equal("ThrottlingException", record.ErrorCode);
        Assert.Null(record.RequestBody);
        Assert.Equal("s3://log/r_input.json.gz", record.RequestS3Path);
        Assert.Equal(2, record.ResponseBody!.Value.GetArrayLength());
        Assert.Throws<InvalidOperationException>(() => record.ReadResponse(TitanModels.EmbedTextV2));
        Assert.Null(record.TokenUsage);
    }

    [Fact]
    public async Task ReadAsync_NoJson_NamesTheLine()
    {
        using var log = new MemoryStream("{}\nnot json"u8.ToArray());

        JsonException e = await Assert.ThrowsAsync<JsonException>(async () => await InvocationLog.ReadAsync(log).ToListAsync());

        Assert.Equal("Line 2 of the log is no JSON.", e.Message);
    }

    [Fact]
    public void Dashboard_ModelsAndTenants_AreInItsWidgets()
    {
        JsonElement dashboard = JsonElement.Parse(CostDashboard.ToJson("us-east-1", ["us.amazon.nova-lite-v1:0", "m"], "bedrock-log"));
        JsonElement[] widgets = [.. dashboard.GetProperty("widgets").EnumerateArray()];

        Assert.Equal(6, widgets.Length);
        Assert.Contains("""["AWS/Bedrock","OutputTokenCount","ModelId","us.amazon.nova-lite-v1:0"]""",
            widgets[1].GetProperty("properties").GetProperty("metrics").EnumerateArray().Select(metric => JsonSerializer.Serialize(metric)));
        Assert.Contains("by requestMetadata.tenant, modelId", widgets[5].GetProperty("properties").GetProperty("query").GetString(), StringComparison.Ordinal);
        Assert.Equal(widgets.Length, widgets.Select(widget => (widget.GetProperty("x").GetInt32(), widget.GetProperty("y").GetInt32())).Distinct().Count());
        Assert.Throws<ArgumentException>(() => CostDashboard.ToJson("us-east-1", ["m"], "log", "a|b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostDashboard.ToJson("us-east-1", []));
    }

    private static async Task<InvocationLogRecord> ReadAsync(string line)
    {
        using var log = new MemoryStream(Encoding.UTF8.GetBytes(line.Trim()));
        return await InvocationLog.ReadAsync(log).SingleAsync();
    }
}
