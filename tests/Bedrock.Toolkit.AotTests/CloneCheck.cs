using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.AotTests;

/// <summary>Copies of requests in a build without reflection: equal on the wire, and independent.</summary>
internal static class CloneCheck
{
    public static void Run()
    {
        ClaudeRequest claude = ClaudeRequest.For("Name one small harbour.", maxTokens: 50);
        claude.Tools = [new ClaudeTool { Name = "boats" }];
        Check(claude, copy =>
        {
            copy.Messages[0].Content = "changed";
            copy.Messages.Clear();
            copy.Tools!.Clear();
        });

        ConverseRequest converse = ConverseRequest.For("hello");
        Check(converse, copy =>
        {
            ((TextBlock)copy.Messages[0].Content[0]).Text = "changed";
            copy.Messages[0].Content.Clear();
        });

        AmazonImageRequest image = AmazonImageRequest.For("fog over a harbour");
        Check(image, copy => copy.TextToImageParams!.Text = "changed");
    }

    private static void Check<T>(T original, Action<T> change)
        where T : BedrockObject
    {
        string before = BedrockJson.Serialize(original);
        T copy = original.Clone();
        if (BedrockJson.Serialize(copy) != before)
        {
            throw new InvalidOperationException($"Failed: the copy of a {typeof(T).Name} is equal");
        }

        change(copy);
        if (BedrockJson.Serialize(original) != before || BedrockJson.Serialize(copy) == before)
        {
            throw new InvalidOperationException($"Failed: the copy of a {typeof(T).Name} is independent");
        }
    }
}
