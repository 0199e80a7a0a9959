using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Models.Claude;

public sealed class ClaudeAllocationTests
{
    [Fact]
    public void Write_TenMessagesAndThreeTools_AllocatesNothing()
    {
        ClaudeRequest request = Conversation();

        Assert.Equal(0, SteadyStateBytes(request));
    }

    [Fact]
    public void Write_AllMembersButInputExamples_AllocatesNothing()
    {
        ClaudeRequest request = ClaudeRequestTests.Full();
        request.AdditionalProperties = null;
        ((ClaudeTool)request.Tools![0]).InputExamples = null; // a list of structs costs 32 B

        Assert.Equal(0, SteadyStateBytes(request));
    }

    private static long SteadyStateBytes(ClaudeRequest request)
    {
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
        return least;
    }

    private static void Write(PooledBuffer buffer, ClaudeRequest request, int times)
    {
        for (int i = 0; i < times; i++)
        {
            buffer.Clear();
            JsonBody.Write(buffer, request, ClaudeModels.Sonnet45.RequestTypeInfo);
        }
    }

    private static ClaudeRequest Conversation()
    {
        ClaudeRequestBuilder builder = new ClaudeRequestBuilder().System("You know the weather.").MaxTokens(500).Temperature(0.5).StopSequences("END");
        for (int i = 0; i < 3; i++)
        {
            builder.Tool($"weather{i}", "The weather in a city.", ClaudeTestData.Schema);
        }

        for (int i = 0; i < 5; i++)
        {
            builder.User([new ClaudeTextBlock($"Paris {i} \"quoted\" é"), new ClaudeToolResultBlock($"toolu_{i}", "18 °C")]);
            builder.Assistant([new ClaudeTextBlock("I look."),
                new ClaudeToolUseBlock($"toolu_{i + 1}", "weather0", ClaudeTestData.Json("""{"city":"Paris"}"""))]);
        }

        ClaudeRequest request = builder.Build();
        Assert.Equal(10, request.Messages.Count);
        return request;
    }
}
