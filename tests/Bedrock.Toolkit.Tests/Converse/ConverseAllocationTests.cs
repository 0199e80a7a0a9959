using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Converse;

public sealed class ConverseAllocationTests
{
    [Fact]
    public void Write_TenMessagesAndThreeTools_AllocatesNothing()
    {
        ConverseRequest request = Conversation();
        using var buffer = new PooledBuffer();
        Write(buffer, request, 300);

        long least = long.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Write(buffer, request, 20);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.True(buffer.Length > 1000);
        Assert.Equal(0, least);
    }

    private static void Write(PooledBuffer buffer, ConverseRequest request, int times)
    {
        for (int i = 0; i < times; i++)
        {
            buffer.Clear();
            JsonBody.Write(buffer, request, ConverseJson.Request);
        }
    }

    private static ConverseRequest Conversation()
    {
        var request = new ConverseRequest
        {
            System = ["You know the weather.", new CachePointBlock()],
            InferenceConfig = new() { MaxTokens = 500, Temperature = 0.5, StopSequences = ["END"] },
            ToolConfig = new() { Tools = [], ToolChoice = ToolChoice.Auto },
        };
        for (int i = 0; i < 3; i++)
        {
            request.ToolConfig.Tools.Add(Tool.Create($"weather{i}", "The weather in a city.", ConverseTestData.Schema));
        }

        for (int i = 0; i < 5; i++)
        {
            request.Messages.Add(
                Message.User($"Paris {i} \"quoted\" é",
                new ToolResultBlock { ToolUseId = $"tooluse_{i}", Content = ["18 °C", ConverseTestData.Json("""{"t":18}""")] }));
            request.Messages.Add(
                Message.Assistant("I look.",
                new ToolUseBlock { ToolUseId = $"tooluse_{i + 1}", Name = "weather0", Input = ConverseTestData.Json("""{"city":"Paris"}""") }));
        }

        Assert.Equal(10, request.Messages.Count);
        return request;
    }
}
