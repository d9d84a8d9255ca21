using MediatR;
using SmartCity.BuildingBlocks.Acts;
using SmartCity.BuildingBlocks.Results;
using SmartCity.BuildingBlocks.Time;

namespace SmartCity.Regulation.Application.LegalClocks;

/// <summary>演示环境的法定日期</summary>
internal sealed record ReadLegalDate : IQuery<ReadLegalDate.Answer>
{
    /// <summary>法定日期和系统日期</summary>
    /// <param name="LegalDate">各项期限据以计算的日期</param>
    /// <param name="SystemDate">真实日期（北京时间）</param>
    internal sealed record Answer(DateOnly LegalDate, DateOnly SystemDate);
}

internal sealed class ReadLegalDateHandler(ILegalClock legalClock, SystemLegalClock system)
    : IRequestHandler<ReadLegalDate, Result<ReadLegalDate.Answer>>
{
    public Task<Result<ReadLegalDate.Answer>> Handle(ReadLegalDate query, CancellationToken cancellationToken) =>
        Task.FromResult<Result<ReadLegalDate.Answer>>(new ReadLegalDate.Answer(legalClock.Today, system.Today));
}
