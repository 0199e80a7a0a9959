#!/usr/bin/env dotnet
#:project ../../src/Bedrock.Toolkit
#:project ../../src/Bedrock.Toolkit.Testing

// One client over two Regions: a conversation goes on in the second one when the first fails, and stays where its prompt cache is.
//   dotnet run docs/samples/failover.cs
using Bedrock.Toolkit;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Failover;
using Bedrock.Toolkit.PromptCaching;
using Bedrock.Toolkit.Testing;

using var virginia = new FakeBedrock();
using var oregon = new FakeBedrock(options => options.Region = "us-west-2");
var failover = new BedrockFailover(new BedrockPlace("us-east-1", virginia.Client), new BedrockPlace("us-west-2", oregon.Client));
var guard = new PromptCacheGuard();

const string Model = "us.amazon.nova-lite-v1:0";
string rules = string.Join(' ', Enumerable.Repeat("Ships of more than nine metres moor at the outer pier.", 200));
var request = new ConverseRequest { System = [rules, new CachePointBlock()] };
IBedrockClient conversation = failover.For("conversation 7");

virginia.FaultNext(1, BedrockFault.ServiceUnavailable);
foreach (string question in (string[])["Is pier 3 free?", "And pier 4?", "And tomorrow?"])
{
    request.Messages.Add(Message.User(question));
    PromptCacheReport cache = guard.Look("conversation 7", Model, request);
    ConverseResponse answer = await conversation.ConverseAsync(Model, request);
    request.Messages.Add(answer);
    Console.WriteLine($"{question} expected from the cache: {(cache.IsHit ? "yes" : "no")}, read: {answer.Usage!.CacheReadInputTokens} tokens");
}

foreach (BedrockPlaceState place in failover.Places)
{
    Console.WriteLine($"{place.Place}: {place.Calls} calls, {place.Failures} failures");
}
