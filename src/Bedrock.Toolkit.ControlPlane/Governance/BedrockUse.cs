namespace Bedrock.Toolkit.ControlPlane.Governance;

/// <summary>What a role is to be able to do, for <see cref="RequiredAccess"/>.</summary>
public enum BedrockUse
{
    /// <summary>Converse and InvokeModel, whole and streamed.</summary>
    Chat,

    /// <summary>Whole answers alone: embeddings, images, rerank by InvokeModel.</summary>
    Invoke,

    /// <summary>StartAsyncInvoke and what belongs to it.</summary>
    AsyncInvoke,

    /// <summary>CountTokens.</summary>
    CountTokens,

    /// <summary>ApplyGuardrail by itself.</summary>
    Guardrail,

    /// <summary>Batch inference, for who starts the job.</summary>
    Batch,

    /// <summary>Batch inference, for the role that the job runs as.</summary>
    BatchRole,

    /// <summary>Retrieve from a knowledge base.</summary>
    Retrieve,

    /// <summary>RetrieveAndGenerate and its stream.</summary>
    RetrieveAndGenerate,

    /// <summary>AgenticRetrieveStream.</summary>
    AgenticRetrieve,

    /// <summary>The operation Rerank of the agent runtime.</summary>
    Rerank,

    /// <summary>What <c>ModelCatalogue</c> reads.</summary>
    Catalogue,

    /// <summary>The first use of a third party's model, which subscribes to it.</summary>
    Subscription,
}
