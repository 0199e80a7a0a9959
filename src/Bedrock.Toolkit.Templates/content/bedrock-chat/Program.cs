using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;

// Region and credentials come from the normal AWS chain: variables, profiles, roles.
using var bedrock = new BedrockClient();
var chat = new ConversationBuilder().System("Answer in a few sentences.").MaxTokens(500);

Console.WriteLine("Ask, or end with an empty line.");
while (Console.ReadLine() is { Length: > 0 } question)
{
    ConversationBuilder turn = chat.Clone().User(question);
    try
    {
        ConverseResponse reply = await bedrock.ConverseStreamAsync("MODEL_ID", turn).ForEachAsync(part => Console.Write(part.Text));
        chat = turn.Assistant(reply);
        Console.WriteLine($"\n({reply.Usage?.TotalTokens} tokens)");
    }
    catch (BedrockException e)
    {
        // The turn is forgotten: the next question goes on from the last whole answer.
        Console.WriteLine($"\n{e.Message}");
    }
}
