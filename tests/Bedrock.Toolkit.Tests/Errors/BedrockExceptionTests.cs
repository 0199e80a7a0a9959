namespace Bedrock.Toolkit.Tests.Errors;

public class BedrockExceptionTests
{
    [Fact]
    public void AddContext_Twice_KeepsWhatWasThereAndTheMostAttempts()
    {
        var exception = new BedrockConnectionException("broken");

        exception.AddContext("Converse", null, null, 2, null);
        exception.AddContext("InvokeModel", "model", "request", 1, 3);
        exception.AddContext("CountTokens", "other model", "other request", 1, 4);

        Assert.Equal(("Converse", "model", "request", 2, 3),
            (exception.Operation, exception.ModelId, exception.RequestId, exception.Attempts, exception.EventsDelivered));
    }
}
