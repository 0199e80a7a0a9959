using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.Errors;

namespace Bedrock.Toolkit.Benchmarks.Fuzz;

/// <summary>The body of an error answer, up to the exception: never fails, whatever the body is; the name and the message of a good one are found.</summary>
internal sealed class ErrorTarget : FuzzTarget
{
    private static readonly string[] Codes =
        ["ThrottlingException", "ValidationException", "AccessDeniedException", "ModelErrorException", "ModelNotReadyException", "ExpiredTokenException",
            "SomethingNewException", "InternalServerException"];

    private static readonly int[] Statuses = [400, 403, 404, 408, 424, 429, 500, 502, 503, 504, 0, 299, 999];

    /// <inheritdoc/>
    public override string Name => "error bodies";

    /// <inheritdoc/>
    public override FuzzOutcome TryOne(Random random)
    {
        string code = Codes[random.Next(Codes.Length)];
        string message = RandomJson.Text(random, 60);
        bool inBody = random.Next(2) == 0;
        byte[] good = Body(inBody ? code : null, message, random);
        int changes = random.Next(4) == 0 ? 0 : random.Next(1, 6);
        byte[] body = changes == 0 ? good : Mutation.Apply(good, RandomJson.Object(random), random, changes);
        string? header = inBody ? null : Decorated(code, random);
        int status = Statuses[random.Next(Statuses.Length)];
        try
        {
            ServiceError error = ServiceError.Parse(status, header, body, retryAfter: null);
            BedrockServiceException exception =
                ServiceErrorMapper.ToException(error, new CallFacts("InvokeModel", "example.model", null, 1, null, "us-east-1"));
            if (changes == 0 && (error.Code != code || error.Message != message || exception.ErrorCode?.ToString() != code))
            {
                throw new FuzzException($"'{error.Code}' and '{error.Message}' were read.", body);
            }

            return new FuzzOutcome(body.Length, error.Code is not null && error.Message is not null);
        }
        catch (Exception e) when (e is not FuzzException)
        {
            throw new FuzzException("An error body must not fail.", body, e);
        }
    }

    private static byte[] Body(string? code, string message, Random random)
    {
        string text = JsonSerializer.Serialize(message);
        string name = random.Next(2) == 0 ? "message" : "Message";
        string more = random.Next(3) == 0 ? ",\"originalStatusCode\":" + random.Next(600) + ",\"resourceName\":\"r\"" : string.Empty;
        return code is null
            ? Encoding.UTF8.GetBytes($$"""{"{{name}}":{{text}}{{more}}}""")
            : Encoding.UTF8.GetBytes($$"""{"{{(random.Next(2) == 0 ? "__type" : "code")}}":"{{Decorated(code, random)}}","{{name}}":{{text}}{{more}}}""");
    }

    private static string Decorated(string code, Random random) => random.Next(4) switch
    {
        0 => "com.amazon.bedrock#" + code,
        1 => code + ":http://internal.amazon.com/coral/com.amazon.bedrock/",
        2 => "com.amazon.bedrock#" + code + ":http://x/#y",
        _ => code,
    };
}
