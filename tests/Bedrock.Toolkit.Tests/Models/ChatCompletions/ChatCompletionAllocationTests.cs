using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Tests.Models.ChatCompletions;

public sealed class ChatCompletionAllocationTests
{
    [Fact]
    public void Write_TenMessagesAndThreeTools_AllocatesNothing() => Assert.Equal(0, SteadyStateBytes(Conversation()));

    [Fact]
    public void Write_AllMembers_AllocatesNothing()
    {
        ChatCompletionRequest request = ChatCompletionRequestTests.Full();
        request.AdditionalProperties = null;
        request.Messages[2].AdditionalProperties = null;

        Assert.Equal(0, SteadyStateBytes(request));
    }

    private static long SteadyStateBytes(ChatCompletionRequest request)
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

    private static void Write(PooledBuffer buffer, ChatCompletionRequest request, int times)
    {
        for (int i = 0; i < times; i++)
        {
            buffer.Clear();
            JsonBody.Write(buffer, request, OpenAIModels.GptOss120B.RequestTypeInfo);
        }
    }

    private static ChatCompletionRequest Conversation()
    {
        ChatCompletionRequestBuilder builder = new ChatCompletionRequestBuilder().MaxTokens(500).Temperature(0.5).Stop("END").ToolChoice("auto");
        for (int i = 0; i < 3; i++)
        {
            builder.Tool($"weather{i}", "The weather in a city.", ChatCompletionTestSet.Schema);
        }

        for (int i = 0; i < 3; i++)
        {
            builder.User([new ChatCompletionTextPart("Look:"), ChatCompletionImagePart.FromBytes([1, 2, 3], "image/png")]);
            builder.Message(new() { Role = "assistant", Content = "I \"look\" é.",
                ToolCalls = [ChatCompletionToolCall.ForFunction($"call_{i}", "weather0", """{"city":"Paris"}""")] });
            builder.ToolResult($"call_{i}", "18 °C");
        }

        ChatCompletionRequest request = builder.User("So?").Build();
        Assert.Equal(10, request.Messages.Count);
        return request;
    }
}
