using Bedrock.Toolkit.Testing.Engine;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Testing;

/// <summary>What calls leave behind when nobody wants to see them. Alone, because memory belongs to the whole process.</summary>
[Collection(AloneCollection.Name)]
public sealed class CallLogMemoryTests
{
    [Fact]
    public void KeepCalls_None_KeepsMemoryFlatOverAHundredThousandCalls()
    {
        var engine = new SimulatedBedrock("us-east-1", new ApiKeyOnly("key"), TimeProvider.System);
        engine.Log.Most = 0;
        engine.ScriptOf(TestModels.Text).Add(ScriptedAnswer.Reply(_ => Answer.Raw(200, "application/json", "{}"u8.ToArray())));
        Run(engine, 1_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        Run(engine, 100_000);

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 2_000_000);
    }

    private static void Run(SimulatedBedrock engine, int calls)
    {
        for (int i = 0; i < calls; i++)
        {
            Answer answer = engine.Answer(new ReceivedRequest
            {
                Method = "POST",
                Path = "/model/amazon.titan-text-premier-v1%3A0/invoke",
                Headers = [new("Authorization", "Bearer key")],
                Body = "{\"inputText\":\"Hello\"}"u8.ToArray(),
            });
            Assert.Equal(200, answer.StatusCode);
        }
    }
}
